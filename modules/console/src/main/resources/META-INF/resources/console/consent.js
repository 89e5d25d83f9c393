// The depicted person's way through a link: read, verify, three words, decide; withdraw in the same place.
import { ask, both, byId, define, element, fail, keep, once, send, words } from "./site.js";
import { describe } from "./scope.js";
import { claim, offerWays } from "./ways.js";

const SECTIONS = ["closed", "read", "prove", "passcode", "waiting", "decide", "done"];
const ORDER = ["read", "prove", "passcode", "decide"];
const token = encodeURIComponent(location.pathname.split("/")[2]);
const link = "/api/consent/invitations/" + token;
let begun = false; // whether something was shown before, so that the focus has to follow
let invitation;
let way; // how this person acts: by a visit that was opened here, or by the account that is logged in

// Which part of the page is shown.

function show(section) {
  byId("loading").hidden = true;
  byId("error").hidden = true;
  SECTIONS.forEach((one) => (byId(one).hidden = one !== section));
  mark(section === "waiting" ? "passcode" : section);
  if (begun) {
    byId(section).querySelector("h2").focus({ preventScroll: true });
    byId("content").scrollIntoView({ block: "start" });
  }
  begun = true;
}

function mark(section) {
  const at = ORDER.indexOf(section);
  byId("steps").hidden = at < 0;
  byId("steps").querySelectorAll("li").forEach((item, index) => {
    item.classList.toggle("done", index < at);
    if (index === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

function close(zhTitle, enTitle, zh, en) {
  byId("closed-title").replaceChildren(...words(zhTitle, enTitle));
  byId("closed-text").replaceChildren(...words(zh, en));
  show("closed");
}

/** One deed of the person; a page that was open for too long begins again with who the person is. */
function step(trigger, place, deed) {
  return once(trigger, place, async () => {
    try {
      await deed();
    } catch (error) {
      if (error.code !== "NO_SUCH_VISIT") throw error;
      forget();
      show("prove");
      await fail(error);
    }
  });
}

// What is asked.

async function begin() {
  try {
    invitation = await ask(link);
  } catch (error) {
    byId("loading").hidden = true;
    if (error.code !== "NO_SUCH_INVITATION") throw error;
    close("这个链接打不开请求", "This link leads to no request", "链接可能不完整。请使用收到的完整链接，或者请对方重新发送一次；在那之前，没有任何事情被同意。", "It may be incomplete. Use the whole link that you were sent, or ask for it once more. Nothing is consented to.");
    return;
  }
  document.querySelectorAll("dl.asked").forEach((list) => describe(list, invitation));
  byId("version").replaceChildren(...words(`版本 ${invitation.noticeVersion}`, `version ${invitation.noticeVersion}`));
  document.querySelectorAll(".notice-copy").forEach((place) => place.append(...notice()));
  byId("loading").hidden = true;
  open(invitation.state);
}

/** The notice in the reader's language, with the other one a click away. */
function notice() {
  const [zh, en] = [invitation.notice.zh.trim(), invitation.notice.en.trim()];
  const text = both("div", zh, en);
  const translation = document.createElement("div");
  translation.append(...swapped(zh, en));
  text.className = translation.className = "text";
  const folded = document.createElement("details");
  folded.append(both("summary", "英文版 English version", "Chinese version 中文版"), translation);
  return [text, folded];
}

/** What `words` makes, but each reader is shown the other language. */
function swapped(zh, en) {
  const forChinese = element("span", "", "zh-CN");
  const forEnglish = element("span", "", "en");
  forChinese.append(element("span", en, "en"));
  forEnglish.append(element("span", zh, "zh-CN"));
  return [forChinese, " ", forEnglish];
}

function open(state) {
  if (state === "LAPSED") {
    close("请求已到期", "The request has lapsed", "请求的期限已过，不能再据此进行任何编辑，您什么都不用做。", "Its period is over: no edit may rest on it any more, and there is nothing you need to do.");
  } else if (state === "REFUSED") {
    close("这个请求已被拒绝", "This request was refused", "不会据此进行任何编辑。如果改变主意，请让对方重新发送一个请求。", "No edit rests on it. If the decision has changed, let the person who asks send a new request.");
  } else if (state === "REQUESTED") {
    resumeOr("read");
  } else {
    answered(state);
  }
}

/** A page for which an officer looks is still there when the person comes back on the same device. */
function resumeOr(section) {
  const kept = remembered();
  if (kept === null) {
    show(section);
  } else {
    way = byVisit(kept);
    waitForCheck();
  }
}

/** A link that was answered leads to the receipt and the withdrawal, for the person to whom it belongs. */
function answered(state) {
  const active = state === "ACTIVE";
  byId("prove-title").replaceChildren(...words(active ? "这个请求已获同意：核验身份后可以撤回" : "这份同意已经撤回：核验身份后可以取得回执", active ? "Consent was given: verify your identity to withdraw it" : "This consent was withdrawn: verify your identity for the receipt"));
  show("prove");
  byId("steps").hidden = true;
}

byId("onward").addEventListener("click", () => show("prove"));

// Who the person is.

const identity = byId("identity");
offerWays(identity, byId("identity-error"), link + "/visit/mobile-code", link + "/visit/national-challenge");
identity.addEventListener("change", () => {
  byId("child").disabled = identity.elements.who.value !== "guardian";
});
identity.addEventListener("submit", (event) => {
  event.preventDefault();
  once(identity, byId("identity-error"), prove);
});

async function prove() {
  const opened = await send(link + "/visit", "POST", { ...claim(identity), child: child() });
  identity.reset();
  byId("child").disabled = true;
  way = byVisit(opened);
  await enter(opened);
}

function child() {
  const fields = identity.elements;
  if (fields.who.value !== "guardian") return null;
  return { name: fields.childName.value.trim(), number: fields.childNumber.value.trim(), birthDate: fields.childBirthDate.value || null };
}

async function enter(opened) {
  invitation = await ask(link);
  if (invitation.state === "ACTIVE" || invitation.state === "WITHDRAWN") finish(await way.receipt());
  else if (invitation.state !== "REQUESTED") open(invitation.state);
  else if (opened.passed) decide();
  else if (opened.attemptsLeft === 0) waitForOfficer();
  else await askWords();
}

function byVisit(opened) {
  const post = (name, body) => send(`${link}/visit/${name}`, "POST", body, { "Consent-Visit": opened.visit });
  return {
    visit: opened.visit,
    check: opened.check,
    passed: opened.passed,
    guardianshipChecked: opened.guardianshipChecked,
    passcode: () => post("passcode"),
    words: (typed) => post("passcode/answer", { words: typed }),
    answer: (body) => post("answer", body),
    withdraw: () => post("withdrawal"),
    receipt: () => post("receipt"),
    data: () => post("data"),
    erase: () => post("erasure"),
  };
}

// With an account instead.

const account = byId("with-account");
if (account) {
  account.addEventListener("click", () => {
    way = byAccount();
    if (invitation.state === "REQUESTED") show("decide");
    else location.assign("/me/consents-given");
  });
} else {
  byId("log-in").href = `/consent/${token}/account`;
}

function byAccount() {
  let consent;
  const withReceipt = async (given) => {
    consent = given.consent;
    return given.state === "REFUSED" ? given : { ...given, ...(await ask(`/api/consent/consents/${consent}/receipt`)) };
  };
  return {
    answer: async (body) => withReceipt(await send(link + "/answer", "POST", body)),
    withdraw: async () => withReceipt(await send(`/api/consent/consents/${consent}/withdrawal`, "POST")),
  };
}

// The three words.

const repeat = byId("repeat");

async function askWords() {
  const asked = await way.passcode();
  const translation = document.createElement("small");
  translation.append(...swapped(asked.words.zh, asked.words.en));
  byId("words").replaceChildren(both("span", asked.words.zh, asked.words.en), translation);
  repeat.reset();
  if (byId("passcode").hidden) show("passcode");
}

repeat.addEventListener("submit", (event) => {
  event.preventDefault();
  step(repeat, repeat.querySelector(".error"), repeatWords);
});
byId("other-words").addEventListener("click", (event) =>
  step(event.currentTarget, repeat.querySelector(".error"), askWords),
);

async function repeatWords() {
  try {
    const result = await way.words(repeat.elements.typed.value);
    way.passed = result.passed;
    if (result.passed) decide();
    else if (result.attemptsLeft === 0) waitForOfficer();
    else throw wrong(result.attemptsLeft);
  } catch (error) {
    if (error.code === "ATTEMPTS_USED_UP") waitForOfficer();
    else throw error;
  }
}

function wrong(left) {
  const error = new Error(`These are not the three words. Look at them again and type them once more; ${left} more wrong answers are allowed.`);
  error.zh = `这三个词不对，请对照上面的词再输入一次；最多还可以输错 ${left} 次。`;
  return error;
}

function waitForOfficer() {
  wait("由工作人员人工核实", "An officer checks by hand", "口令输错的次数已经用完，现在由工作人员人工核实。请过一段时间再打开这个链接、重新核验身份：核实通过后不再需要口令，仍由您自己决定。工作人员不会替您同意。", "The words were typed wrongly too often, and an officer now checks by hand. Open this link again later and verify your identity: once it is checked no words are needed, and the decision is still yours. The officer never consents for you.");
}

function wait(zhTitle, enTitle, zh, en) {
  byId("waiting-title").replaceChildren(...words(zhTitle, enTitle));
  byId("waiting-text").replaceChildren(...words(zh, en));
  byId("check").hidden = !way.check;
  byId("check-number").value = way.check || "";
  show("waiting");
}

// A person with a document number alone: an officer sees the document, and what the officer says counts for this page.

function waitForCheck() {
  remember();
  wait("请让工作人员核对您的证件", "Let an officer see your document", "证件号码别人也可能知道，所以在您同意之前，由工作人员核对证件。请按告知书中的联系方式联系我们，并告知下面的编号。工作人员不会替您同意。", "Others may know your number, so an officer sees your document before you consent. Use the contact in the notice and tell the number below. The officer never consents for you.");
}

byId("go-on").addEventListener("click", (event) =>
  step(event.currentTarget, byId("error"), async () => (way.passed ? show("decide") : askWords())),
);
byId("forget").addEventListener("click", () => {
  forget();
  location.reload();
});

const MEMORY = "mingshi-visit-" + token;

/** A browser that keeps nothing for us forgets the page with its tab. */
function remember() {
  const { visit, check, passed, guardianshipChecked } = way;
  try {
    localStorage.setItem(MEMORY, JSON.stringify({ visit, check, passed, guardianshipChecked }));
  } catch {
    // Then it goes on for as long as the tab is open.
  }
}

function forget() {
  try {
    localStorage.removeItem(MEMORY);
  } catch {
    // Nothing was kept.
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(MEMORY));
  } catch {
    return null;
  }
}

// The decision.

function decide() {
  if (way.check) {
    waitForCheck();
  } else if (way.guardianshipChecked === false) {
    wait("先由工作人员核实监护关系", "An officer first checks that you are the guardian", "没有机构能够证明监护关系，因此由工作人员人工核实。请过一段时间再打开这个链接、重新核验身份，然后作出决定。", "No authority can confirm who is a guardian, so an officer checks it by hand. Open this link again later, verify your identity, and decide then.");
  } else {
    show("decide");
  }
}

const form = byId("answer");
form.elements.separately.addEventListener("change", (event) => {
  form.querySelector("button[value=GRANT]").disabled = !event.target.checked;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const choice = event.submitter.value;
  step(form, form.querySelector(".error"), async () => {
    finish(
      await way.answer({
        answer: choice,
        noticeVersion: invitation.noticeVersion,
        separately: form.elements.separately.checked,
      }),
    );
  });
});
document.querySelectorAll(".refuse").forEach((button) =>
  button.addEventListener("click", () => step(button, byId("error"), async () => finish(await way.answer({ answer: "REFUSE" })))),
);

// What became of it.

const OUTCOMES = {
  ACTIVE: ["good", "您已同意", "You have consented", "只限于下面写明的编辑，不含其他任何事情。", "To the edit described, and to nothing else."],
  REFUSED: ["wait", "您已拒绝", "You have refused", "不会进行这项编辑，您什么都不用再做。", "The edit is not made, and there is nothing more that you need to do."],
  WITHDRAWN: ["wait", "同意已撤回", "Your consent is withdrawn", "立即生效：进行中的编辑停止，据此制作的作品不再公开，并列入待删除清单。", "At once: edits in progress stop, and works made under it are no longer public and are listed for removal."],
};
let kept;

function finish(given) {
  kept = given;
  forget();
  const [kind, zhTitle, enTitle, zh, en] = OUTCOMES[given.state];
  byId("result").className = "panel " + kind;
  byId("outcome").replaceChildren(...words(zhTitle, enTitle));
  byId("meaning").replaceChildren(...words(zh, en));
  const facts = byId("facts");
  facts.replaceChildren();
  if (given.state === "ACTIVE") describe(facts, invitation);
  define(facts, "同意的编号", "number of the consent", given.consent);
  if (given.evidenceHash) define(facts, "告知书存证（SHA-256）", "evidence of the notice (SHA-256)", hash(given.evidenceHash));
  byId("receipt").hidden = !given.receipt;
  byId("take-back").hidden = given.state !== "ACTIVE";
  byId("data").hidden = !way.data;
  byId("data").open = false;
  show("done");
}

function hash(text) {
  const node = element("span", text);
  node.className = "hash";
  return node;
}

byId("keep").addEventListener("click", () => keep(`consent-receipt-${kept.consent}.jws`, "application/jose", kept.receipt));
byId("withdraw").addEventListener("click", (event) =>
  step(event.currentTarget, byId("done-error"), async () => finish(await way.withdraw())),
);

// What is kept of who came without an account.

byId("data").addEventListener("toggle", () => {
  if (byId("data").open) step(byId("data"), byId("data-error"), async () => showData(await way.data()));
});

function showData(data) {
  const erasable = byId("erasable");
  erasable.replaceChildren();
  data.erasable.forEach((item) => define(erasable, item.what.zh, item.what.en, item.value || "—"));
  byId("stored").replaceChildren(
    ...data.storageOnly.map((item) => {
      const line = both("li", item.what.zh, item.what.en);
      const why = both("p", item.why.zh, item.why.en);
      why.className = "hint";
      line.append(why);
      return line;
    }),
  );
}

byId("erase").addEventListener("click", (event) =>
  step(event.currentTarget, byId("data-error"), async () => {
    await way.erase();
    close("已按您的要求删除", "Deleted, as you asked", "关于您的内容已经删除；依法须保存的只作存储，不作他用。没有任何同意还有效。", "What was kept of you is deleted; what the law wants kept is stored and put to no other use. No consent is in force.");
  }),
);

begin().catch((error) => {
  byId("loading").hidden = true;
  fail(error);
});
