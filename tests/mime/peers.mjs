// Reads messages, one of base64 a line, with mailparser or postal-mime, and writes what they say, one JSON a line.
import { createInterface } from "node:readline";

const addresses = (list) =>
  (list ?? []).flatMap((one) => (one.group ? addresses(one.group) : [[one.name ?? "", one.address ?? ""]]));
const content = (data) => Buffer.from(data ?? "").toString("base64");
const moment = (date) => (date && !Number.isNaN(+new Date(date)) ? new Date(date).toISOString() : "");

const readers = {
  async mailparser() {
    const { simpleParser } = await import("mailparser");
    const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, keepCidLinks: true };
    const all = (value) => addresses((Array.isArray(value) ? value : value ? [value] : []).flatMap((one) => one.value));
    return async (data) => {
      const mail = await simpleParser(data, options);
      return {
        from: all(mail.from), sender: all(mail.headers.get("sender")), to: all(mail.to), cc: all(mail.cc),
        bcc: all(mail.bcc), replyTo: all(mail.replyTo), subject: mail.subject ?? "", date: moment(mail.date),
        messageId: mail.messageId ?? "", inReplyTo: mail.inReplyTo ?? "", references: [mail.references ?? []].flat(),
        texts: [mail.text || "", mail.html || ""],
        files: mail.attachments.map((one) => [one.contentType, one.filename ?? "", one.cid ?? "", content(one.content)]),
      };
    };
  },
  async "postal-mime"() {
    const { default: PostalMime } = await import("postal-mime");
    return async (data) => {
      const mail = await PostalMime.parse(data, { forceRfc822Attachments: true });
      const ids = mail.references ?? "";
      return {
        from: addresses(mail.from ? [mail.from] : []), sender: addresses(mail.sender ? [mail.sender] : []),
        to: addresses(mail.to), cc: addresses(mail.cc), bcc: addresses(mail.bcc), replyTo: addresses(mail.replyTo),
        subject: mail.subject ?? "", date: moment(mail.date), messageId: mail.messageId ?? "",
        inReplyTo: mail.inReplyTo ?? "", references: ids.match(/<[^<>]*>/g) ?? ids.split(/[\s,]+/).filter(Boolean),
        texts: [mail.text ?? "", mail.html ?? ""],
        files: mail.attachments.map((one) => [
          one.mimeType, one.filename ?? "", one.contentId ?? "", content(one.content),
        ]),
      };
    };
  },
};

const read = await readers[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = await read(Buffer.from(line, "base64"));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
