// Texts side by side, each in a box that can be scrolled, its prompt marked. A box has one text, or one for each
// temperature of the page's slider, which it follows in the browser. Where a reader has scrolled to stays.
function box() {
  const part = document.createElement("section"), title = document.createElement("h3"), group = document.createElement("div");
  const prompt = document.createElement("span"), text = document.createElement("span");
  group.className = "text";
  group.tabIndex = 0;
  group.setAttribute("role", "group");
  prompt.className = "prompt";
  group.append(prompt, text);
  part.append(title, group);
  part.write = (one) => {
    title.textContent = one.title;
    group.setAttribute("aria-label", one.title);
    prompt.textContent = one.prompt ?? "";
    text.textContent = one.text;
  };
  return part;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".side_by_side");
  root.forget?.();
  while (root.children.length > data.boxes.length) root.lastChild.remove();
  while (root.children.length < data.boxes.length) root.append(box());
  const follow = ({ detail }) => data.boxes.forEach((texts, index) =>
    root.children[index].write(texts.find((one) => one.T === detail) ?? texts[0]));
  follow({ detail: document.querySelector(".slider")?.temperature ?? data.start });
  addEventListener("slid", follow);
  root.forget = () => removeEventListener("slid", follow);
  return root.forget;
}
