// Texts side by side, each with its prompt marked. They are replaced while a network learns; where a reader has scrolled
// to stays.
function watched() {
  const part = document.createElement("section"), title = document.createElement("h3"), box = document.createElement("div");
  const prompt = document.createElement("span"), text = document.createElement("span");
  box.className = "text";
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  prompt.className = "prompt";
  box.append(prompt, text);
  part.append(title, box);
  part.write = (one) => {
    title.textContent = one.title;
    box.setAttribute("aria-label", one.title);
    prompt.textContent = one.prompt;
    text.textContent = one.text;
  };
  return part;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".watched");
  while (root.children.length > data.texts.length) root.lastChild.remove();
  while (root.children.length < data.texts.length) root.append(watched());
  data.texts.forEach((one, index) => root.children[index].write(one));
}
