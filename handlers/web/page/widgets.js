// One function per kind of question: each returns the node to answer with and the control that takes the focus.
// hands: {send(text), upload(file), refill} — refill is what to find in the field already.

import { isThere, openCamera } from "./camera.js";
import { make } from "./dom.js";
import { size, t } from "./strings.js";

const PHOTOS = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";
const DOCUMENTS = ".docx,.pdf";
const DESCRIBED = "hint shown problem";

let typesDates = false; // a person who preferred typing once is not asked again

const BY_INPUT = {
  text, id_number: idNumber, user_name: userName, phone, search, day, month, number, password, photo, dated_photo: datedPhoto, file, document: written, workbook: list, pictures: archive, options,
};
const INPUT_OF_KIND = { text: "text", secret: "password", day: "day", number: "number", photo: "photo", file: "file" };

export function widgetFor(question, hands) {
  const input = question?.input ?? INPUT_OF_KIND[question?.kind] ?? "options";
  const widget = (BY_INPUT[input] ?? options)(question, hands);
  if (question?.accepts) widget.node = make("div", {}, workbook(question, hands), widget.node);
  return widget;
}

/** A list may also come as a workbook: what is wrong in it is shown before anything counts, so it is sent at once. */
function workbook(question, hands) {
  const input = make("input", { type: "file", id: "workbook-input", class: "spoken", tabindex: "-1", "aria-hidden": "true", accept: question.accepts });
  const button = make("button", { type: "button", id: "workbook", class: "pick", onclick: () => input.click() }, symbol("M4 4h16v16H4zM4 10h16M4 15h16M10 4v16"), t("send-workbook"));
  input.addEventListener("change", () => {
    if (input.files[0]) hands.upload(input.files[0]);
    input.value = "";
  });
  return make("div", { id: "send-list" }, button, input);
}

function text(question, hands) {
  const field = make("textarea", { ...shared(question), rows: 1, enterkeyhint: "send" });
  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
  const widget = lineForm(field, hands);
  requestAnimationFrame(grow);
  return widget;
}

function idNumber(question, hands) {
  const field = lineField(question, { inputmode: "none", autocapitalize: "characters", maxlength: 40, lang: "en" });
  const count = make("p", { id: "count" });
  const recount = () => {
    count.textContent = t("characters", { count: field.value.replace(/\s/g, "").length });
  };
  const insert = (mark) => {
    const [start, end] = [field.selectionStart, field.selectionEnd];
    field.setRangeText(mark, mark || start !== end ? start : Math.max(0, start - 1), end, "end");
    field.dispatchEvent(new Event("input"));
  };
  const pad = numberPad(insert, {
    letters: (on) => {
      field.inputMode = on ? "text" : "none";
      field.blur();
      field.focus();
    },
    close: () => {
      pad.hidden = true;
    },
  });
  const open = () => {
    pad.hidden = false;
  };
  field.addEventListener("focus", open);
  field.addEventListener("click", open);
  field.addEventListener("input", recount);
  const widget = lineForm(field, hands);
  recount();
  widget.node.append(count, pad);
  widget.node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pad.hidden = true;
  });
  return widget;
}

function numberPad(insert, { letters, close }) {
  const key = (name, label, press, attributes = {}) =>
    make("button", { type: "button", tabindex: "-1", "data-key": name, onclick: press, ...attributes }, label);
  const typed = [..."123456789X0"].map((mark) => key(mark, mark, () => insert(mark)));
  const toggle = key("letters", t("letters"), () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", on);
    toggle.textContent = t(on ? "digits" : "letters");
    pad.classList.toggle("folded", on);
    letters(on);
  }, { class: "plain", "aria-pressed": "false" });
  const pad = make(
    "div",
    { id: "pad", role: "group", "aria-label": t("pad") },
    ...typed,
    key("erase", "⌫", () => insert(""), { "aria-label": t("erase") }),
    toggle,
    key("close", t("close-pad"), close, { class: "plain" }),
  );
  // The caret stays in the field while keys are tapped.
  pad.addEventListener("pointerdown", (event) => event.preventDefault());
  return pad;
}

function userName(question, hands) {
  return lineForm(lineField(question, { autocomplete: "username", autocapitalize: "none", spellcheck: "false" }), hands);
}

function phone(question, hands) {
  return lineForm(lineField(question, { type: "tel", inputmode: "tel", autocomplete: "tel" }), hands);
}

function number(question, hands) {
  return lineForm(lineField(question, { inputmode: "decimal" }), hands);
}

function search(question, hands) {
  const field = lineField(question, { type: "search", inputmode: "search", enterkeyhint: "search", placeholder: t("search-for") });
  return lineForm(field, hands, t("search"));
}

function day(question, hands) {
  return dated(question, hands, "date", t("date-pattern"));
}

function month(question, hands) {
  return dated(question, hands, "month", t("month-pattern"));
}

function dated(question, hands, type, pattern) {
  const field = lineField(question, { placeholder: pattern, min: question.min, max: question.max });
  const widget = lineForm(field, hands);
  const native = () => {
    field.type = typesDates ? "text" : type;
    if (typesDates) field.inputMode = "text";
    return field.type === type; // a browser without this picker says "text"
  };
  const toggle = make("button", { type: "button", id: "typed-date", class: "plain" });
  const turn = () => {
    toggle.textContent = t(native() ? "type-date" : "pick-date");
  };
  toggle.addEventListener("click", () => {
    typesDates = !typesDates;
    turn();
    field.focus();
  });
  turn();
  field.value = hands.refill;
  if (typesDates || field.type === type) widget.node.append(toggle);
  return widget;
}

function password(question, hands) {
  const known = question.form === "login" || /^(old|current|present)_/.test(question.box);
  const field = lineField(question, { type: "password", autocomplete: known ? "current-password" : "new-password", autocapitalize: "none", spellcheck: "false" });
  const toggle = make("button", { type: "button", id: "show-password", class: "plain", "aria-pressed": "false", "aria-controls": "field" }, t("show-password"));
  toggle.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    toggle.setAttribute("aria-pressed", shown);
    toggle.textContent = t(shown ? "hide-password" : "show-password");
    field.focus();
  });
  const widget = lineForm(field, hands);
  field.after(toggle);
  return widget;
}

function photo(question, hands) {
  return chooser(question, hands, { accept: PHOTOS, choose: "choose-photo", confirm: "send-photo" });
}

/** A photo whose day counts: the camera of the page is offered first, for its time is beyond doubt. */
function datedPhoto(question, hands) {
  return chooser(question, hands, { accept: PHOTOS, choose: "choose-photo", confirm: "send-photo", dated: isThere() });
}

function file(question, hands) {
  return chooser(question, hands, { accept: null, choose: "choose-file", confirm: "send-file" });
}

/** A Word or PDF file, which no camera makes. */
function written(question, hands) {
  return chooser(question, hands, { accept: DOCUMENTS, choose: "choose-file", confirm: "send-file", photographed: false });
}

/** A list as a workbook. */
function list(question, hands) {
  return chooser(question, hands, { accept: ".xlsx", choose: "choose-file", confirm: "send-file", photographed: false });
}

/** Pictures in a zip. */
function archive(question, hands) {
  return chooser(question, hands, { accept: ".zip", choose: "choose-file", confirm: "send-file", photographed: false });
}

function chooser(question, hands, { accept, choose, confirm, photographed = true, dated = false }) {
  const pick = (id, name, attributes, icon) => {
    const input = make("input", { type: "file", id: `${id}-input`, class: "spoken", tabindex: "-1", "aria-hidden": "true", ...attributes });
    const button = make("button", { type: "button", id, class: "pick", "aria-describedby": DESCRIBED, onclick: () => input.click() }, icon, t(name));
    input.addEventListener("change", () => {
      if (input.files[0]) preview(input.files[0]);
      input.value = "";
    });
    return [button, input];
  };
  const [camera, cameraInput] = pick("camera", "camera", { accept: "image/*", capture: "environment" }, symbol("M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7"));
  const [choice, choiceInput] = pick("choose", choose, { accept }, symbol("M5 4h9l5 5v11H5zM14 4v5h5"));
  const ours = make("button", { type: "button", id: "camera-here", class: "pick", "aria-describedby": DESCRIBED }, symbol("M4 8h3l2-3h6l2 3h3v11H4zM12 10v4l3 1.500"), t("camera-here"));
  const trouble = make("p", { id: "camera-trouble", role: "alert", hidden: true });
  const fail = (why) => {
    trouble.textContent = why;
    trouble.hidden = false;
    ours.hidden = true;
    choice.focus();
  };
  ours.addEventListener("click", () => openCamera((picture) => preview(picture), fail));
  const ways = make("div", { id: "pick", role: "group", "aria-labelledby": "label" }, ...(dated ? [ours, trouble] : []), ...(photographed ? [camera, cameraInput] : []), choice, choiceInput);
  const shown = make("div", { id: "preview", hidden: true });
  const back = () => {
    const picture = shown.querySelector("img");
    if (picture) URL.revokeObjectURL(picture.src);
    shown.hidden = true;
    shown.replaceChildren();
    ways.hidden = typed.node.hidden = false;
    choice.focus();
  };
  const preview = (picked) => {
    const send = make("button", { type: "button", id: "send-file", class: "main" }, t(confirm));
    send.addEventListener("click", () => {
      back();
      hands.upload(picked);
    });
    shown.replaceChildren(
      previewOf(picked),
      make("p", { class: "size" }, `${picked.name} · ${size(picked.size)}`),
      make("div", { class: "row" }, make("button", { type: "button", id: "another", onclick: back }, t("another")), send),
    );
    shown.hidden = false;
    ways.hidden = typed.node.hidden = true;
    send.focus();
  };
  shown.addEventListener("keydown", (event) => event.key === "Escape" && back());
  const typed = composer(t("or-type"), hands);
  return { node: make("div", {}, ways, shown, typed.node), focus: photographed ? camera : choice };
}

function previewOf(picked) {
  if (!picked.type.startsWith("image/")) return make("p", { class: "size" }, t("no-preview"));
  const picture = make("img", { class: "picture", src: URL.createObjectURL(picked), alt: t("preview") });
  picture.addEventListener("error", () => picture.replaceWith(make("p", { class: "size" }, t("no-preview"))));
  return picture;
}

/** The buttons stand in the log; here is only the line to type in, for those who prefer it. */
function options(question, hands) {
  const { node } = composer(question ? t("or-type") : t("say"), hands);
  return { node, focus: null };
}

function composer(placeholder, hands) {
  const field = make("input", { id: "field", type: "text", placeholder, "aria-label": placeholder, autocomplete: "off", enterkeyhint: "send", "aria-describedby": DESCRIBED });
  return lineForm(field, { ...hands, refill: "" }, t("send"), "quiet");
}

function shared(question) {
  return {
    id: "field",
    name: "answer",
    autocomplete: "off",
    "aria-describedby": DESCRIBED,
    "aria-invalid": question.problem ? "true" : null,
    "aria-required": question.optional ? null : "true",
  };
}

function lineField(question, attributes) {
  return make("input", { type: "text", enterkeyhint: "send", ...shared(question), ...attributes });
}

function lineForm(field, hands, label = t("send"), style = "main") {
  const send = make("button", { type: "submit", id: "send", class: style }, label);
  const node = make("form", { novalidate: true }, make("div", { class: "row" }, field, send));
  field.value = hands.refill;
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = field.type === "password" ? field.value : field.value.trim();
    if (!answer || send.disabled) return field.focus();
    field.value = "";
    field.dispatchEvent(new Event("input"));
    hands.send(answer);
  });
  return { node, focus: field };
}

// Enter that only picks a word in a Chinese input method; Safari tells it by the key code alone.
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

function symbol(path) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}
