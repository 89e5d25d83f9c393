import { ask, both, byId, element, fail } from "./site.js";

function article(published) {
  const node = document.createElement("article");
  node.append(both("h2", published.title.zh, published.title.en));
  node.append(both("p", `版本 ${published.version}，${published.inForceSince} 起施行`, `version ${published.version}, in force since ${published.inForceSince}`));
  for (const section of published.sections) {
    node.append(both("h3", section.heading.zh, section.heading.en), element("p", section.text.zh, "zh-CN"), element("p", section.text.en, "en"));
  }
  return node;
}

async function show() {
  const documents = await ask("/api/governance/rules");
  byId("rules").replaceChildren(...documents.map(article));
}

show().catch(fail);
