import { ask, byId, element, models, words } from "./site.js";

async function show() {
  const rows = (await models).map((model) => {
    const row = document.createElement("tr");
    row.append(
      element("td", model.model),
      element("td", model.version),
      element("td", (model.capabilities || []).join("、")),
      element("td", model.filingNumber),
    );
    return row;
  });
  byId("models").replaceChildren(...rows);
}

async function showPauses() {
  const answer = await ask("/api/governance/pauses");
  const pauses = Array.isArray(answer) ? answer : answer.pauses || [];
  if (pauses.length === 0) return;
  byId("pauses").hidden = false;
  const scopes = pauses.map((pause) => pause.scope || pause).join("、");
  byId("pauses").replaceChildren(...words("已按要求暂停：" + scopes, "Paused by order: " + scopes));
}

show().catch(() => byId("models").replaceChildren());
showPauses().catch(() => (byId("pauses").hidden = true));
