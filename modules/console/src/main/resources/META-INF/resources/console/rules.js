import { ask, byId, element, fail } from "./site.js";

function section(rule) {
  const article = document.createElement("article");
  article.append(element("h2", rule.title || rule.id || rule.name || ""));
  if (rule.version) article.append(element("p", `版本 version ${rule.version}`));
  const text = element("p", rule.text || rule.body || rule.zh || "");
  text.className = "text";
  article.append(text);
  if (rule.en) article.append(element("p", rule.en, "en"));
  return article;
}

async function show() {
  const answer = await ask("/api/governance/rules");
  const rules = Array.isArray(answer) ? answer : answer.rules || [answer];
  byId("rules").replaceChildren(...rules.map(section));
}

show().catch(fail);
