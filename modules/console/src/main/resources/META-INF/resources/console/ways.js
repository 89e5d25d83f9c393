// The ways to prove an identity: which fields belong to which, the code for a mobile number, the national challenge.
import { byId, once, send, words } from "./site.js";

/** Lets a form show the fields of one way alone, and ask for what that way needs. */
export function offerWays(form, place, codes, challenges) {
  const fields = form.elements;
  const choose = () =>
    form.querySelectorAll("fieldset[data-for]").forEach((set) => {
      set.disabled = !set.dataset.for.split(" ").includes(fields.method.value);
    });
  fields.method.forEach((radio) => radio.addEventListener("change", choose));
  form.addEventListener("reset", () =>
    queueMicrotask(() => {
      byId("challenge").hidden = true;
      byId("code-sent").replaceChildren();
      choose();
    }),
  );
  byId("send-code").addEventListener("click", (event) => once(event.currentTarget, place, () => sendCode(fields, codes)));
  byId("get-challenge").addEventListener("click", (event) => once(event.currentTarget, place, () => getChallenge(challenges)));
  choose();
}

async function sendCode(fields, codes) {
  if (!fields.mobile.reportValidity()) return;
  const sent = await send(codes, "POST", { mobile: fields.mobile.value.trim() });
  const minutes = Math.round(sent.validSeconds / 60);
  byId("code-sent").replaceChildren(
    ...words(`验证码已发送，${minutes} 分钟内有效。没有收到？请核对号码后再发一次。`, `A code is on its way and counts for ${minutes} minutes. Nothing came? Check the number and send again.`),
  );
  fields.code.focus();
}

async function getChallenge(challenges) {
  const given = await send(challenges, "POST");
  byId("challenge").value = given.challenge;
  byId("challenge").hidden = false;
}

/** The credential that was made for the challenge. */
export function nationalProof(form) {
  return { credential: form.elements.credential.value.trim(), challenge: byId("challenge").value };
}

/** What is sent for the way that was chosen. */
export function claim(form) {
  const fields = form.elements;
  const method = fields.method.value;
  if (method === "NATIONAL_IDENTITY") return { method, ...nationalProof(form) };
  const document = { method, name: fields.name.value.trim(), number: fields.number.value.trim(), birthDate: fields.birthDate.value || null };
  return method === "MOBILE" ? { ...document, mobile: fields.mobile.value.trim(), code: fields.code.value.trim() } : document;
}
