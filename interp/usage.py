"""What ``--help`` says at its end: what people type."""

from __future__ import annotations

EXAMPLES: dict[str, str] = {
    "": """examples:
  4dm                                    an interactive session, in the sandbox
  4dm run send.4dm                       run a script
  4dm run --sandbox send.4dm             the same without a network: mails are caught and shown
  4dm run --secret password=SMTP_PASSWORD send.4dm
  4dm eval '3+4*5'                       print the value of an expression
  4dm help SMTP New transporter          tell what a command does
  4dm check *.4dm                        report problems without running
  4dm doctest docs                       run the 4D in Markdown pages, and check what they state
  4dm sandbox                            serve SMTP, IMAP and POP3 to other programs

4dm COMMAND --help tells more of a command. 4dm alone takes the options of 4dm repl, such as --live and --vi.
""",
    "repl": """examples:
  4dm                                    the same as 4dm repl
  4dm --live                             with real servers from the begin
  4dm repl --vi --outbox caught          keys of vi; mails are kept in a folder, too
  echo 'ALERT("hi")' | 4dm               what is piped in runs, input by input
  4dm repl --no-color < inputs.txt

In the session .help lists its commands, ?NAME explains one of 4D, Ctrl-D leaves.
FOURDM_KEYS=vi in the environment stands for --vi, NO_COLOR for --no-color.
""",
    "run": """examples:
  4dm run send.4dm                       run a script, with the .4dm files beside it as its methods
  4dm run --sandbox send.4dm             without a network: mails are caught and shown
  4dm run --sandbox --outbox caught send.4dm
  4dm run --var to=bob@example.com --secret password=SMTP_PASSWORD send.4dm
  echo 'ALERT("hi")' | 4dm run -         run what is piped in
  printf 'Ann\\nyes\\n' | 4dm run ask.4dm  answer its questions
  4dm run --project Mailer --startup-method Send

Exit status: 0 on success, 1 after an error of the script, 2 after bad usage or a syntax error.
""",
    "eval": """examples:
  4dm eval '3+4*5'                       35: operators go from left to right
  4dm eval '"Dear "+$name' --var name=Ann
  4dm eval 'Current date+7'
""",
    "help": """examples:
  4dm help SMTP New transporter
  4dm help SMTPTransporter.send
  4dm help For each
""",
    "check": """examples:
  4dm check send.4dm
  4dm check --json *.4dm                 for other programs

Exit status: 0 without errors, 2 with some. Warnings count as none.
""",
    "completion": """examples:
  4dm completion fish > ~/.config/fish/completions/4dm.fish
  eval "$(4dm completion bash)"          in ~/.bashrc; the same with zsh in ~/.zshrc
""",
    "doctest": """examples:
  4dm doctest README.md
  4dm doctest --verbose --timeout 20 docs

Exit status: 0 when everything that is stated holds, else 1.
""",
    "sandbox": """examples:
  4dm sandbox                            on 2525, 2465 and so on, or free ports where these are taken
  4dm sandbox --ca-out ca.pem --smtp-port 2525
  4dm run --ca ca.pem send.4dm           a script with {host: "localhost"; port: 2525}
""",
}
