// One way to build a node: make("button", { type: "button", onclick }, "label").

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Text only a screen reader speaks. */
export const spoken = (text) => make("span", { class: "spoken" }, text);

/** True while digits belong to what the person is typing. */
export function isTyping(node) {
  if (!node) return false;
  return node.tagName === "TEXTAREA" || node.tagName === "SELECT" || node.isContentEditable
    || (node.tagName === "INPUT" && !["button", "file", "submit"].includes(node.type));
}
