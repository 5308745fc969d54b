// Texts at the temperatures of the page's slider: the one where it stands, which follows it in the browser, and
// beside it one that stays.
function box(root) {
  const part = document.createElement("section"), title = document.createElement("h3"), text = document.createElement("div");
  text.className = "text";
  text.tabIndex = 0;
  text.setAttribute("role", "group");
  part.append(title, text);
  root.append(part);
  return (written) => {
    title.textContent = written.title;
    text.textContent = written.text;
    text.setAttribute("aria-label", written.title);
  };
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".written");
  root.forget?.();
  root.replaceChildren();
  const at = (temperature) => data.written.find((one) => one.T === temperature) ?? data.written[0];
  const fill = box(root);
  const follow = ({ detail }) => fill(at(detail));
  follow({ detail: document.querySelector(".slider")?.temperature ?? data.start });
  if (data.fixed) box(root)(data.fixed);
  addEventListener("slid", follow);
  root.forget = () => removeEventListener("slid", follow);
  return root.forget;
}
