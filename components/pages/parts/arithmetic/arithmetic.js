// The formula with the numbers in it, for the likeliest characters; it follows the live figure's slider.
const shown = (value, digits) =>
  (value === 0 || Math.abs(value) >= 10 ** -digits ? value.toFixed(digits) : value.toExponential(1)).replace("-", "−");

const sum = (weights) => weights.reduce((all, weight) => all + weight, 0);

// At T = 0 the formula itself cannot be used: its limit gives all to the most likely, ties alike.
export function worked(logits, temperature, rows) {
  const largest = Math.max(...logits);
  const scaled = logits.map((z) => (temperature > 0 ? z / temperature : NaN));
  const max = largest / temperature;
  const weights = logits.map((z) => (temperature > 0 ? Math.exp((z - largest) / temperature) : Number(z === largest)));
  return { scaled, max, weights, total: sum(weights), rest: sum(weights.slice(rows)) };
}

// With a cut there is one step more: the kept are divided by what they hold together, and what is cut is gone.
function afterTheCut({ weights, total }, entersAt, temperature, rows) {
  const isKept = (place) => entersAt[place] !== null && entersAt[place] <= temperature;
  const kept = weights.map((weight, place) => (isKept(place) ? weight : 0));
  const whole = sum(kept), said = (weight, any) => (any ? percent(weight / whole) : "×");
  return {
    mass: whole / total,
    chances: kept.slice(0, rows).map((weight, place) => said(weight, isKept(place))),
    rest: said(sum(kept.slice(rows)), weights.some((_, place) => place >= rows && isKept(place))),
  };
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".arithmetic");
  const rows = data.names.length;

  const draw = (temperature) => {
    const numbers = worked(data.logits, temperature, rows), { scaled, max, weights, total, rest } = numbers;
    const kept = data.entersAt ? afterTheCut(numbers, data.entersAt, temperature, rows) : undefined;
    const last = (cell) => (kept ? [cell(kept)] : []);
    const table = document.createElement("table");
    const line = (cells, tag) => {
      const row = table.insertRow();
      cells.forEach((text, place) => {
        const cell = document.createElement(place === 0 ? "th" : tag);
        if (tag === "th") cell.scope = "col";
        else if (place === 0) cell.scope = "row";
        cell.textContent = text;
        row.append(cell);
      });
    };
    const limit = temperature === 0;
    const exponential = limit ? data.limit : `exp(z / ${temperature} − ${max < 0 ? `(${shown(max, 2)})` : shown(max, 2)})`;
    line([data.character, "z", `z / ${temperature}`, exponential, `÷ ${shown(total, 3)}`, "p",
      ...last(({ mass }) => filled(data.kept, { mass: shown(mass, 3) }))], "th");
    data.names.forEach((name, place) => line([
      name, shown(data.logits[place], 3), limit ? "–" : shown(scaled[place], 3), shown(weights[place], 4),
      `${shown(weights[place], 4)} ÷ ${shown(total, 3)}`, percent(weights[place] / total), ...last(({ chances }) => chances[place]),
    ], "td"));
    if (data.logits.length > rows)
      line([data.others, "", "", shown(rest, 4), `${shown(rest, 4)} ÷ ${shown(total, 3)}`, percent(rest / total),
        ...last((one) => one.rest)], "td");
    line([data.sum, "", "", shown(total, 3), "", percent(1), ...last(() => percent(1))], "td");
    root.replaceChildren(table);
  };

  const follow = () => draw(Number(document.querySelector(SLIDER)?.value ?? data.temperature));
  const moved = (event) => { if (event.target.matches?.(SLIDER)) draw(Number(event.target.value)); };
  // New data call this function again, and not what it returned before: so the listener of the last time ends here.
  root.stop?.();
  document.addEventListener("input", moved, true);
  root.stop = () => document.removeEventListener("input", moved, true);
  follow();
  return () => root.stop();
}
