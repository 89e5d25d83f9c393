import { ask, button, byId, define, element, fail, models, once, send, when } from "./site.js";
import { offerMore, say, showMine } from "./mine.js";

const form = byId("request");

async function showModels() {
  const rows = (await models).map((model) => {
    const label = element("label");
    label.className = "choice";
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: "model", value: model.model });
    label.append(box, element("span", model.model));
    return label;
  });
  byId("models").replaceChildren(...rows);
}

function chosen(name) {
  return [...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  once(form, byId("form-error"), async () => {
    const fields = form.elements;
    const answer = await send("/api/consent/requests", "POST", {
      modalities: chosen("modality"),
      models: chosen("model"),
      purpose: fields.purpose.value.trim(),
      audience: fields.audience.value,
      days: fields.days.valueAsNumber,
      depicted: { status: fields.status.value, name: fields.name.value.trim() || null },
    });
    form.reset();
    byId("new").open = false;
    pass(answer);
    await showMine("REQUESTER", actions);
    byId("asked-title").focus();
  });
});

/** What the person passes on, with the prompt to inform the one who is depicted: whole, as it is kept. */
function pass(answer) {
  byId("prompt").textContent = answer.reminder;
  byId("link").value = answer.link;
  byId("code").src = `/api/consent/invitations/${encodeURIComponent(answer.token)}/qr.svg`;
  byId("code").hidden = false;
  byId("copied").replaceChildren();
  byId("asked").hidden = false;
}

byId("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(byId("link").value);
    say(byId("copied"), "已复制。", "Copied.");
  } catch {
    getSelection().selectAllChildren(byId("link"));
    say(byId("copied"), "浏览器不允许复制；链接已选中，请手动复制。", "The browser does not let us copy: the link is selected, copy it by hand.");
  }
});

function actions(consent, node, place) {
  if (consent.state !== "REQUESTED") return [];
  const prompt = element("p");
  prompt.setAttribute("role", "status");
  const remind = button("我要再次转发链接", "I pass the link on again", () =>
    once(remind, place, async () => {
      const shown = await send(`/api/consent/requests/${encodeURIComponent(consent.consent)}/reminders`, "POST");
      prompt.textContent = shown.text;
    }),
  );
  remind.className = "quiet";
  return [remind, prompt];
}

async function showRemovals() {
  const works = await ask("/api/gateway/works/to-be-removed");
  byId("removal").hidden = works.length === 0;
  byId("works").replaceChildren(
    ...works.map((work) => {
      const item = element("li");
      const list = document.createElement("dl");
      define(list, "内容编号", "ProduceID", work.produceId);
      define(list, "不再公开自", "hidden since", when(work.hiddenAt));
      define(list, "撤回的同意", "consent withdrawn", work.hiddenFor);
      item.append(list);
      return item;
    }),
  );
}

offerMore("REQUESTER", actions);
if (location.hash === "#new") byId("new").open = true;
showModels().catch((error) => fail(error, byId("form-error")));
showMine("REQUESTER", actions).catch(fail);
showRemovals().catch(fail);
