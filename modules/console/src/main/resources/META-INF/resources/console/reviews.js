import { ask, both, byId, define, element, fail, send, time } from "./site.js";

const VEILS = {
  BLUR: ["blur", "取消模糊", "Unblur"],
  GREYSCALE: ["greyscale", "显示颜色", "Show colours"],
  MUTE: ["muted", "打开声音", "Sound on"],
};

const policies = ask("/api/moderation/policies").then((published) => published.policies);

function address(review, deed) {
  return `/api/moderation/reviews/${encodeURIComponent(review)}/${deed}`;
}

async function card(item) {
  const node = byId("item").content.cloneNode(true).firstElementChild;
  node.querySelector("h2").textContent = item.review;
  const list = node.querySelector("dl");
  define(list, "内容", "content", `${item.part} ${item.kind}`);
  define(list, "原因", "reason", item.reason);
  define(list, "风险类别", "kind of risk", item.category);
  define(list, "提交时间", "since", time(item.openedAt));
  define(list, "紧急，有人可能处于危险", "urgent, somebody may be in danger", item.urgent ? "✔" : null);
  define(list, "已上报", "escalated", item.escalated ? "✔" : null);
  define(list, "处理中至", "claimed until", item.claimedUntil ? time(item.claimedUntil) : null);
  const select = node.querySelector("select");
  for (const policy of await policies) {
    const option = element("option", `${policy.zh} ${policy.article}`);
    option.value = policy.policy;
    select.append(option);
  }
  listen(node, item);
  return node;
}

function listen(node, item) {
  const form = node.querySelector("form");
  const place = form.querySelector(".error");
  node.querySelector("[name=claim]").addEventListener("click", () =>
    attempt(node.querySelector(".error"), async () => {
      await send(address(item.review, "claim"), "POST", {});
      if (item.urgent) await contacts(node, item.review);
      else show(node, await ask(address(item.review, "preview")));
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const release = event.submitter.value === "release";
    attempt(place, () => decide(item.review, form, release, node));
  });
  form.querySelector("[name=escalate]").addEventListener("click", () =>
    attempt(place, async () => {
      await send(address(item.review, "escalation"), "POST", { reason: form.elements.reason.value });
      node.replaceWith(both("p", item.review + " 已上报", "escalated"));
    }),
  );
  form.querySelector("[name=back]").addEventListener("click", () =>
    attempt(place, async () => {
      await ask(address(item.review, "claim"), { method: "DELETE" });
      await list();
    }),
  );
}

async function decide(review, form, release, node) {
  await send(address(review, "decision"), "POST", {
    release,
    policy: form.elements.policy.value,
    reason: form.elements.reason.value,
    evidence: form.elements.evidence.value.split("\n").filter((line) => line.trim() !== ""),
  });
  node.replaceWith(release ? both("p", review + " 已放行", "released") : both("p", review + " 不予放行", "withheld"));
}

/** Shows whom to call, and keeps what came of the call. */
async function contacts(node, review) {
  const list = element("dl");
  for (const one of await ask(address(review, "contacts"))) define(list, one.name, one.relation, one.phone);
  if (list.children.length === 0) list.append(both("p", "没有已知的联系人", "Nobody to call is known"));
  const note = element("textarea");
  note.setAttribute("aria-label", "联系结果 what came of the call");
  const called = (reached, zh, en) => {
    const button = both("button", zh, en);
    button.type = "button";
    button.addEventListener("click", () =>
      attempt(node.querySelector(".error"), async () => {
        await send(address(review, "contacts"), "POST", { reached, note: note.value });
        button.disabled = true;
      }),
    );
    return button;
  };
  node.querySelector(".work").hidden = false;
  node
    .querySelector(".preview")
    .replaceChildren(list, note, called(true, "已联系上", "Reached"), called(false, "未联系上", "Not reached"));
}

/** Shows what is held behind the veils that are still up. */
function show(node, preview) {
  node.querySelector(".work").hidden = false;
  const medium = mediumOf(preview);
  medium.classList.toggle("blur", preview.blur);
  medium.classList.toggle("greyscale", preview.greyscale);
  node.querySelector(".preview").replaceChildren(medium);
  const up = Object.entries(VEILS).filter(([, [field]]) => preview[field]);
  node.querySelector(".veils").replaceChildren(
    ...up.map(([veil, [, zh, en]]) => {
      const button = both("button", zh, en);
      button.type = "button";
      button.addEventListener("click", () =>
        attempt(node.querySelector(".error"), async () =>
          show(node, await send(address(preview.review, "unveilings"), "POST", { veil })),
        ),
      );
      return button;
    }),
  );
}

function mediumOf(preview) {
  const names = { IMAGE: "img", VIDEO: "video", AUDIO: "audio" };
  const name = names[preview.kind];
  if (!name) {
    const text = element("pre");
    fetch(preview.content, { credentials: "same-origin" })
      .then((response) => response.text())
      .then((content) => (text.textContent = content));
    return text;
  }
  const medium = document.createElement(name);
  if (name === "img") medium.alt = "";
  else {
    medium.controls = true;
    medium.muted = preview.muted;
  }
  medium.src = preview.content;
  return medium;
}

async function attempt(place, deed) {
  place.hidden = true;
  try {
    await deed();
  } catch (error) {
    fail(error, place);
  }
}

async function list() {
  const waiting = await ask("/api/moderation/reviews");
  byId("summary").replaceChildren(both("span", `待审核 ${waiting.length}`, `${waiting.length} waiting`));
  byId("queue").replaceChildren(...(await Promise.all(waiting.map(card))));
}

list().catch(fail);
