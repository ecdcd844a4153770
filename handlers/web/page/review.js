// The review page: what stands between two empty lines of its text, as a list whose lines lead to their edit.

import { make, spoken } from "./dom.js";
import { t } from "./strings.js";

const NUMBERED = /^(\d+) (.+?)\s*[：:]\s*(.*)$/;
const KNOWN = /^(?!\d+\. )(.+?)\s*[：:]\s*(.*)$/;

/** {intro, lines: [{number, label, value}], outro}; known lines have no number, entries of a part continue theirs. */
export function readReview(text) {
  const parts = text.split("\n\n");
  if (parts.length < 3) return { intro: text, lines: [], outro: "" };
  const outro = parts.pop();
  const lines = [];
  let expected = 1;
  for (const row of parts.pop().split("\n")) {
    const [, number, label, value] = row.match(NUMBERED) ?? [];
    const [, name, fact] = row.match(KNOWN) ?? [];
    if (Number(number) === expected) {
      lines.push({ number, label, value });
      expected += 1;
    } else if (name) lines.push({ number: "", label: name, value: fact });
    else if (lines.length) lines.at(-1).value += `\n${row}`;
  }
  return { intro: parts.join("\n"), lines, outro };
}

/** The list, and the options it did not use. */
export function reviewList(text, options) {
  const { intro, lines, outro } = readReview(text);
  const edits = options.filter((option) => option.value.startsWith("edit:"));
  const numbered = lines.filter(({ number }) => number);
  const used = numbered.length === edits.length ? edits : [];
  const list = make(
    "ol",
    { class: "review" },
    ...lines.map((line) => reviewLine(line, line.number ? used[Number(line.number) - 1] : undefined)),
  );
  return { intro, list, outro, rest: options.filter((option) => !used.includes(option)) };
}

function reviewLine({ number, label, value }, edit) {
  const parts = [
    make("span", { class: "number", "aria-hidden": "true" }, number),
    make("span", { class: "name" }, label),
    make("span", { class: "value" }, value.trim() || "—"),
  ];
  if (!edit) return make("li", {}, make("div", { class: "line" }, ...parts));
  const button = make(
    "button",
    { type: "button", class: "line", "data-choice": edit.value, "data-number": number },
    spoken(`${t("edit")} `),
    ...parts,
  );
  return make("li", {}, button);
}
