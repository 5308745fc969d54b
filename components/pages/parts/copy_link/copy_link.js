// Copies the address of the page as it stands, and says that it did.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".copy_link");
  const button = root.querySelector("button") ?? root.appendChild(document.createElement("button"));
  const said = root.querySelector("[role=status]") ?? root.appendChild(document.createElement("span"));
  said.setAttribute("role", "status");
  button.type = "button";
  button.textContent = data.label;
  button.onclick = async () => {
    await copy(location.href);
    said.textContent = data.copied;
    clearTimeout(root.waiting);
    root.waiting = setTimeout(() => { said.textContent = ""; }, SAID);
  };
}
