// The review page: the lines "n label：value" of its text as a list whose lines lead to their edit.

import { make, spoken } from "./dom.js";
import { t } from "./strings.js";

const LINE = /^\s*(\d+)[\s\u3000.、．]+(.+?)\s*[：:]\s*(.*)$/;

/** {intro, lines: [{number, label, value}], outro}; a line that fits no pattern continues the one above if indented. */
export function readReview(text) {
  const intro = [];
  const lines = [];
  const outro = [];
  for (const row of text.split("\n")) {
    const [, number, label, value] = row.match(LINE) ?? [];
    if (number && !outro.length) lines.push({ number, label, value });
    else if (lines.length && !outro.length && /^[\s\u3000]+\S/.test(row)) lines.at(-1).value += `\n${row.trim()}`;
    else if (lines.length) outro.push(row);
    else intro.push(row);
  }
  return { intro: intro.join("\n").trim(), lines, outro: outro.join("\n").trim() };
}

/** Which edit option belongs to which line: by order when there is one for each, otherwise by name. */
function pairEdits(lines, options) {
  const edits = options.filter((option) => option.value.startsWith("edit:"));
  if (edits.length === lines.length) return edits;
  return lines.map((line) => edits.find((option) => option.label.endsWith(line.label)));
}

/** The list, and the options it did not use. */
export function reviewList(text, options) {
  const { intro, lines, outro } = readReview(text);
  const edits = pairEdits(lines, options);
  const list = make("ol", { class: "review" }, ...lines.map((line, index) => reviewLine(line, edits[index])));
  return { intro, list, outro, rest: options.filter((option) => !edits.includes(option)) };
}

function reviewLine({ number, label, value }, edit) {
  const parts = [
    make("span", { class: "number", "aria-hidden": "true" }, number),
    make("span", { class: "name" }, label),
    make("span", { class: "value" }, value || "—"),
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
