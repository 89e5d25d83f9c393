import { ask, both, byId, define, fail, send, time } from "./site.js";

const MODALITIES = { FACE_IMAGE: "图片中的人脸 face in pictures", FACE_VIDEO: "视频中的人脸 face in video", VOICE: "声音 voice" };
const token = encodeURIComponent(location.pathname.split("/").pop());
const form = byId("answer");
let invitation;

async function show() {
  invitation = await ask("/api/consent/invitations/" + token);
  const list = byId("asked");
  define(list, "编辑内容", "what is edited", (invitation.modalities || []).map((m) => MODALITIES[m] || m).join("、"));
  define(list, "目的", "purpose", invitation.purpose);
  define(list, "使用的模型", "models", (invitation.models || []).join("、"));
  define(list, "有效期至", "valid until", time(invitation.validUntil));
  define(list, "告知书版本", "version of the notice", invitation.noticeVersion);
  byId("notice").replaceChildren(both("span", invitation.notice.zh, invitation.notice.en));
  if (invitation.state !== "REQUESTED") {
    finish("这份邀请已经答复。 This invitation was answered already.");
    return;
  }
  byId("invitation").hidden = false;
}

async function answer(choice) {
  await send(`/api/consent/invitations/${token}/answer`, "POST", {
    answer: choice,
    noticeVersion: invitation.noticeVersion,
    separately: form.elements.separately.checked,
  });
  finish(choice === "GRANT" ? "您已同意。可随时撤回。 You have consented; you can withdraw at any time." : "您已拒绝。 You have refused.");
}

function finish(outcome) {
  byId("outcome").textContent = outcome;
  byId("invitation").hidden = true;
  byId("done").hidden = false;
}

form.elements.separately.addEventListener("change", (event) => {
  form.querySelector("button[value=GRANT]").disabled = !event.target.checked;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  byId("error").hidden = true;
  answer(event.submitter.value).catch(fail);
});

show().catch(fail);
