import { ask, byId, fail, once, send, words } from "./site.js";

const request = "/api/identity/guardian-requests/" + encodeURIComponent(location.pathname.split("/").pop());
const form = byId("consent");
let version;

async function show() {
  const asked = await ask(request);
  version = asked.noticeVersion;
  byId("version").replaceChildren(...words(`版本 ${version}`, `version ${version}`));
  byId("notice").replaceChildren(...words(asked.notice.zh, asked.notice.en));
  byId("asked").hidden = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  once(form, byId("form-error"), async () => {
    await send(request + "/consent", "POST", { consent: form.elements.consent.checked, relation: form.elements.relation.value, noticeVersion: version });
    byId("asked").hidden = true;
    byId("done").hidden = false;
    byId("outcome").focus();
  });
});

show().catch(fail);
