// Reads mails with a parser of npm: node parse.mjs (mailparser|postal-mime)
//
// Standard input holds the mails, each after its length in bytes, four bytes with the highest first. Each is answered
// by one line of JSON before the next one is read, in one shape for every parser: "error", or "milliseconds" (what the
// parser took), "headers" (pairs), the fields, "text", "html" and "attachments", whose "content" is in base64.
import process from "node:process";

const readers = {
  async mailparser() {
    const { simpleParser } = await import("mailparser");
    const options = {
      ...{ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true },
      keepCidLinks: true,
    };
    return (data) => simpleParser(data, options);
  },
  async "postal-mime"() {
    const { default: PostalMime } = await import("postal-mime");
    return (data) => PostalMime.parse(data, { attachmentEncoding: "arraybuffer", forceRfc822Attachments: true });
  },
};

// A list of addresses of either parser, groups flattened.
function addresses(field) {
  if (!field) return [];
  const all = (Array.isArray(field) ? field : [field]).flatMap((one) => one.value ?? [one]);
  return all.flatMap((one) =>
    one.group ? addresses(one.group) : [{ name: one.name ?? "", email: one.address ?? "" }],
  );
}

function text(value) {
  return typeof value === "string" ? value : null;
}

function shaped(mail) {
  const pairs = mail.headerLines
    ? mail.headerLines.map((one) => [one.key, one.line.slice(one.line.indexOf(":") + 1)])
    : mail.headers.map((one) => [one.key, one.value]);
  const date = mail.date instanceof Date && !isNaN(mail.date) ? mail.date.toISOString() : text(mail.date);
  return {
    headers: pairs,
    subject: text(mail.subject),
    from: addresses(mail.from),
    sender: addresses(mail.sender ?? mail.headers.get?.("sender")),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    bcc: addresses(mail.bcc),
    replyTo: addresses(mail.replyTo),
    messageId: text(mail.messageId),
    inReplyTo: text(mail.inReplyTo),
    references: [mail.references ?? []].flat().flatMap((one) => one.split(/\s+/)).filter(Boolean),
    date,
    text: text(mail.text),
    html: text(mail.html),
    attachments: mail.attachments.map((one) => ({
      name: text(one.filename),
      type: one.mimeType ?? one.contentType ?? null,
      disposition: one.disposition ?? one.contentDisposition ?? null,
      cid: text(one.contentId ?? one.cid),
      related: Boolean(one.related),
      content: Buffer.from(one.content ?? "").toString("base64"),
    })),
  };
}

async function answer(parse, data) {
  const before = process.hrtime.bigint();
  let result;
  try {
    const mail = await parse(data);
    const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;
    result = { milliseconds, ...shaped(mail) };
  } catch (problem) {
    result = { error: String(problem?.stack ?? problem) };
  }
  process.stdout.write(JSON.stringify(result) + "\n");
}

const make = readers[process.argv[2]];
if (!make) {
  process.stderr.write(`usage: node parse.mjs ${Object.keys(readers).join("|")}\n`);
  process.exit(2);
}
const parse = await make();
let pending = [];
let held = 0;
let wanted = -1;
for await (const chunk of process.stdin) {
  pending.push(chunk);
  held += chunk.length;
  while (held >= (wanted < 0 ? 4 : wanted)) {
    // Joined only when something is whole, so that a large mail is not copied at each chunk.
    const all = pending.length === 1 ? pending[0] : Buffer.concat(pending);
    const size = wanted < 0 ? 4 : wanted;
    const rest = all.subarray(size);
    pending = rest.length ? [rest] : [];
    held = rest.length;
    if (wanted < 0) {
      wanted = all.readUInt32BE(0);
    } else {
      wanted = -1;
      await answer(parse, all.subarray(0, size));
    }
  }
}
