import { ask, byId, element } from "./site.js";

const PERIODS = { DAY: "日 day", MONTH: "月 month" };
const OWNERS = { KEY: "密钥 key", PERSON: "本人 yourself", ORGANIZATION: "组织 organisation" };

function row(...cells) {
  const node = document.createElement("tr");
  node.append(...cells.map((cell) => element("td", String(cell))));
  return node;
}

function share(taken, limit) {
  return limit === null || limit === undefined ? `${taken}` : `${taken} / ${limit}`;
}

function quota(one) {
  const { taken, limit } = one;
  return row(
    OWNERS[one.of] + (one.key ? " " + one.key : ""),
    PERIODS[one.period],
    share(taken.requests, limit.requests),
    share(taken.tokens, limit.tokens),
    share(taken.money, limit.money),
    one.renewed,
  );
}

function entry(one) {
  const name = one.keyName || one.key || "—";
  return row(
    one.day,
    one.organization ? name + "（组织 organisation）" : name,
    one.model,
    one.requests,
    one.promptTokens,
    one.completionTokens,
    one.works,
    one.money,
  );
}

async function show() {
  const days = new URLSearchParams();
  for (const name of ["from", "to"]) if (byId(name).value) days.set(name, byId(name).value);
  const query = days.toString() ? "?" + days : "";
  const usage = await ask("/api/gateway/usage" + query);
  byId("from").value = usage.from;
  byId("to").value = usage.to;
  byId("csv").href = "/api/gateway/usage.csv" + query;
  byId("quotas").replaceChildren(...usage.quotas.map(quota));
  byId("unlimited").hidden = usage.quotas.length > 0;
  byId("entries").replaceChildren(...usage.entries.map(entry));
  byId("none").hidden = usage.entries.length > 0;
  byId("error").hidden = true;
}

function fail(error) {
  byId("error").hidden = false;
  byId("error").textContent = error.message;
}

byId("days").addEventListener("submit", (event) => {
  event.preventDefault();
  show().catch(fail);
});
show().catch(fail);
