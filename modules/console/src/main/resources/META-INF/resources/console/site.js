// What every page needs: asking the API, showing text, and the filing numbers at the foot.

/** Asks the API of the same origin; a refusal becomes an Error with the sentence of the problem. */
export async function ask(path, options = {}) {
  const response = await fetch(path, { credentials: "same-origin", ...options });
  const text = await response.text();
  const body = text === "" ? null : parse(text);
  if (!response.ok) {
    const error = new Error((body && (body.detail || body.title)) || `HTTP ${response.status}`);
    error.code = body && body.code;
    error.status = response.status;
    throw error;
  }
  return body;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends JSON. */
export function send(path, method, value) {
  return ask(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
}

/** An element with text; never HTML. */
export function element(name, text = "", language = "") {
  const node = document.createElement(name);
  node.textContent = text;
  if (language) node.lang = language;
  return node;
}

/** Chinese with English beside it. */
export function both(name, zh, en) {
  const node = element(name, zh + " ");
  if (en) node.append(element("span", en, "en"));
  return node;
}

/** A row of a definition list; nothing is shown for a value that is missing. */
export function define(list, zh, en, value) {
  if (value === null || value === undefined || value === "") return;
  list.append(both("dt", zh, en), value instanceof Node ? wrap(value) : element("dd", String(value)));
}

function wrap(node) {
  const dd = document.createElement("dd");
  dd.append(node);
  return dd;
}

export function time(instant) {
  return instant ? new Date(instant).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai" }) + "（北京时间）" : "";
}

export function byId(id) {
  return document.getElementById(id);
}

/** Shows a failure where the page has room for it. */
export function fail(error, place = byId("error")) {
  place.hidden = false;
  place.textContent = error.message;
  if (error.code) {
    const link = element("a", error.code);
    link.href = "/problems/" + error.code;
    place.append(" ", link);
  }
}

/** The models that may be used, with their filing numbers; asked once per page. */
export const models = ask("/api/governance/models").then((answer) => (Array.isArray(answer) ? answer : answer.models));

async function showFilings() {
  const list = byId("filings");
  try {
    const found = await models;
    list.replaceChildren(...found.map((model) => element("li", `${model.model}：${model.filingNumber}`)));
    if (found.length === 0) list.replaceChildren(both("li", "目前没有可用模型", "no model may be used now"));
  } catch {
    list.replaceChildren(both("li", "暂时无法读取备案编号", "filing numbers cannot be read now"));
  }
}

showFilings();
