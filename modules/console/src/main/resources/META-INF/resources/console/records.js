import { ask, both, byId, define, element, fail, send, time } from "./site.js";
import { fingerprint, sha256 } from "./fingerprint.js";

const EVENTS = {
  "identity.PersonVerified": ["完成实名核验", "identity was verified"],
  "consent.ConsentRequested": ["请求单独同意", "separate consent was asked for"],
  "consent.ConsentGranted": ["被编辑人同意", "the depicted person consented"],
  "consent.ConsentRefused": ["被编辑人拒绝", "the depicted person refused"],
  "consent.ConsentWithdrawn": ["被编辑人撤回同意", "the consent was withdrawn"],
  "gateway.RequestAdmitted": ["请求通过准入审核", "the request was admitted"],
  "gateway.RequestRefused": ["请求被拒绝", "the request was refused"],
  "gateway.WorkRecorded": ["生成、标识并留存记录", "made, labelled and recorded"],
  "gateway.WorkDelivered": ["交付给用户", "delivered to the person"],
  "gateway.WorkPublished": ["公开发布", "made public"],
  "gateway.WorkTakenDown": ["下架", "taken down"],
  "complaints.ComplaintFiled": ["收到投诉", "a complaint was filed"],
  "complaints.ComplaintResolved": ["投诉办结", "the complaint was resolved"],
};

const BADGES = {
  IN_LOG: ["good", "✔ 已入证据日志", "in the evidence log"],
  PENDING: ["wait", "… 即将入证据日志", "not in the evidence log yet"],
  DIFFERS: ["bad", "✘ 与证据日志不符", "does not fit the evidence log"],
};

let running = 0;

/** Runs one look-up; an older one that ends later shows nothing. */
async function run(lookUp) {
  const mine = ++running;
  ["error", "found", "chain"].forEach((id) => (byId(id).hidden = true));
  say("正在查询…", "looking up…");
  try {
    const show = await lookUp();
    if (mine === running) show();
  } catch (error) {
    if (mine !== running) return;
    say("");
    fail(error);
  }
}

function say(zh, en) {
  byId("status").replaceChildren(...both("span", zh, en).childNodes);
}

function nameOf(type) {
  return EVENTS[type.replace(/^io\.mingshi\./, "").replace(/\.v\d+$/, "")] || [type, ""];
}

function badge(link) {
  const [kind, zh, en] = link.logged !== "DIFFERS" && !link.intact ? ["bad", "✘ 原文无法读取或已被改动", "the text is gone or was changed"] : BADGES[link.logged];
  const node = both("span", zh, en);
  node.className = "badge " + kind;
  return node;
}

function button(zh, en, deed) {
  const node = both("button", zh, en);
  node.type = "button";
  node.addEventListener("click", deed);
  return node;
}

// The chain of a work.

function chainOf(work) {
  return async () => {
    const chain = await ask("/api/records/works/" + encodeURIComponent(work));
    return () => showChain(chain);
  };
}

function showChain(chain) {
  history.replaceState(null, "", "?work=" + encodeURIComponent(chain.work));
  byId("chain-title").replaceChildren(...both("span", "内容 " + chain.work, "the chain of this work").childNodes);
  const complete = chain.complete ? ["✔ 链条完整", "The chain is complete."] : ["✘ 缺少或不符：" + chain.missing.map(lack).join("；"), "missing or not fitting"];
  byId("complete").replaceChildren(...both("span", ...complete).childNodes);
  byId("complete").classList.toggle("error", !chain.complete);
  byId("story").replaceChildren(...steps(chain));
  byId("chain").hidden = false;
  say("");
  byId("chain-title").focus();
}

const LACKS = [
  [/^intact text of (.*)/, "原文 text of"],
  [/^log entry of (.*)/, "日志条目 log entry of"],
  [/^consent-request (.*)/, "同意请求 request of consent"],
  [/^consent-grant (.*)/, "同意 grant of consent"],
  [/^complaint (.*)/, "投诉 complaint"],
  [/^takedown for (.*)/, "下架 takedown for"],
  [/^work()$/, "生成 work"],
  [/^admission()$/, "准入 admission"],
  [/^delivery()$/, "交付 delivery"],
  [/^verification()$/, "实名核验 identity"],
];

function lack(missing) {
  const known = LACKS.find(([pattern]) => pattern.test(missing));
  return known ? `${known[1]} ${known[0].exec(missing)[1]}`.trim() : missing;
}

function steps(chain) {
  const all = [];
  if (chain.verification) all.push(step(chain.verification));
  chain.consents.forEach((consent) => consent.links.forEach((link) => all.push(step(link, consentFacts(consent)))));
  if (chain.admission) all.push(step(chain.admission.link, admissionFacts(chain.admission)));
  if (chain.made) all.push(step(chain.made.link, madeFacts(chain.made)));
  chain.deliveries.forEach((link) => all.push(step(link)));
  chain.publications.forEach((link) => all.push(step(link)));
  chain.complaints.forEach((complaint) => complaint.links.forEach((link) => all.push(step(link, complaintFacts(complaint)))));
  chain.takedowns.forEach((link) => all.push(step(link)));
  return all;
}

function step(link, facts = []) {
  const node = byId("step").content.cloneNode(true).firstElementChild;
  node.querySelector("h3").replaceChildren(...both("span", ...nameOf(link.type)).childNodes);
  node.querySelector(".when").append(time(link.occurredAt) + " ", badge(link));
  facts.forEach(([zh, en, value]) => define(node.querySelector("dl"), zh, en, value));
  if (!link.intact) node.classList.add("fault");
  const proof = node.querySelector(".proof");
  define(proof, "位置", "position", link.position);
  define(proof, "事件", "event", `${link.type} ${link.eventId}`);
  define(proof, "收到", "received", time(link.receivedAt));
  define(proof, "原文 SHA-256", "of the text", link.sha256);
  define(proof, "追踪号", "trace", link.traceId);
  node.querySelector(".buttons").append(
    saver(node, link, "下载证明", "download proof", ".tlog-proof", (found) => found.proof),
    saver(node, link, "日志条目", "log entry", ".entry", (found) => found.entry),
    saver(node, link, "封存内容", "sealed form", ".sealed.json", (found) => found.sealedForm),
  );
  return node;
}

/** A button that fetches the proof of a record, which is itself a recorded look-up, and saves a part of it. */
function saver(node, link, zh, en, ending, part) {
  const place = node.querySelector(".error");
  return button(zh, en, async () => {
    place.hidden = true;
    try {
      const text = part(await ask(`/api/records/records/${link.position}/proof`));
      if (text === null) throw new Error("尚未入日志，请稍后再试 not in the log yet: try again in a moment");
      save(`record-${link.position}${ending}`, text);
    } catch (error) {
      fail(error, place);
    }
  });
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function consentFacts(consent) {
  return [
    ["同意编号", "consent", consent.consent],
    ["准入时有效", "valid at admission", consent.validAtAdmission ? "是 yes" : "否 no"],
  ];
}

function admissionFacts(admission) {
  return [
    ["用户（化名）", "person (pseudonym)", admission.person],
    ["实名程度", "assurance", admission.assurance],
    ["模型", "model", admission.model],
    ["备案编号", "filing number", admission.filingNumber],
    ["输入审核", "input screening", verdict(admission.screening)],
    ["输入哈希", "input hash", admission.inputHash],
  ];
}

function madeFacts(made) {
  return [
    ["服务提供者", "provider", made.provider],
    ["系统与版本", "system and version", `${made.system} ${made.systemVersion}`],
    ["文件", "file", `${made.mediaType}，${made.size} B`],
    ["文件 SHA-256", "of the file", made.contentHash],
    ["输出审核", "output screening", verdictOnResult(made.screening)],
    ["标识", "label", made.label],
  ];
}

function complaintFacts(complaint) {
  const upheld = complaint.upheld === null ? "未决 open" : complaint.upheld ? "属实 upheld" : "不属实 not upheld";
  return [
    ["投诉编号", "ticket", complaint.ticket],
    ["期限", "due", time(complaint.due)],
    ["结果", "result", upheld],
  ];
}

function verdict(screening) {
  return screening && `${screening.verdict} ${screening.ruleId || ""}（词库 library ${screening.libraryVersion}，${screening.libraryHash}）`;
}

// The verdict says which part it is about: pictures and sound have no reviewer of the result, only of the prompt.
function verdictOnResult(screening) {
  return screening && screening.part === "output" ? verdict(screening) : "未审核，仅审核输入 not screened, only the input was";
}

// Records that were found.

function search(question) {
  return async () => {
    const findings = await ask("/api/records/search?" + new URLSearchParams(question));
    const works = [...new Set(findings.found.map((one) => one.work).filter(Boolean))];
    if (!findings.next && works.length === 1 && findings.found[0].distance === null && !question.from) return chainOf(works[0])();
    return () => showFound(findings, (after) => search({ ...question, after }));
  };
}

function showFound(findings, next) {
  byId("rows").replaceChildren(...findings.found.map(row));
  say(findings.found.length === 0 ? "没有查到记录" : `查到 ${findings.found.length} 条记录`, findings.found.length === 0 ? "nothing is recorded about it" : "records");
  byId("found").hidden = findings.found.length === 0;
  byId("more").hidden = !findings.next;
  byId("more").onclick = () => run(next(findings.next));
  if (findings.found.length > 0) byId("found-title").focus();
}

function row(found) {
  const tr = document.createElement("tr");
  const work = document.createElement("td");
  if (found.work) {
    const link = element("a", found.work);
    link.href = "?work=" + encodeURIComponent(found.work);
    work.append(link);
  }
  if (found.distance !== null) work.append(both("div", `相差 ${found.distance}/256`, found.distance === 0 ? "the same picture" : "bits apart"));
  const proof = document.createElement("td");
  proof.append(badge(found.link));
  tr.append(both("td", ...nameOf(found.link.type)), element("td", time(found.link.occurredAt)), work, proof);
  return tr;
}

// What people have in hand.

/** The file itself is not sent; a picture that was changed on its way is looked for by what it looks like. */
function byFile(file) {
  return async () => {
    const hash = await sha256(file);
    const exact = await ask("/api/records/search?contentHash=" + hash);
    if (exact.found.length > 0) return search({ contentHash: hash })();
    const pdq = await fingerprint(file);
    if (pdq === null) return () => say(`没有查到该文件（SHA-256 ${hash}）`, "nothing is recorded about this file: read its label at /verify and look its number up");
    const near = await ask("/api/records/search?fingerprint=" + pdq);
    return () => showFound(near, null);
  };
}

byId("drop").addEventListener("dragover", (event) => event.preventDefault());
byId("drop").addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) run(byFile(event.dataTransfer.files[0]));
});
byId("file-form").elements.file.addEventListener("change", (event) => {
  if (event.target.files.length > 0) run(byFile(event.target.files[0]));
});

byId("number-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { kind, value } = event.target.elements;
  const number = value.value.trim();
  run(kind.value === "work" ? chainOf(number) : search({ [kind.value]: number }));
});

byId("time-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { from, to } = event.target.elements;
  run(search({ from: beijing(from.value), to: beijing(to.value) }));
});

/** Times are shown, and so also asked for, as in Beijing. */
function beijing(local) {
  return new Date(local + "+08:00").toISOString();
}

// People: two officers.

const STATES = { OPEN: "待批准 open", APPROVED: "已批准 approved", REFUSED: "已拒绝 refused" };

function requestCard(request) {
  const node = element("article");
  node.className = "ticket";
  const list = document.createElement("dl");
  define(list, "用户（化名）", "person", request.person);
  define(list, "案号", "case", request.case);
  define(list, "理由", "reason", request.reason);
  define(list, "申请人", "asked by", `${request.requester}，${time(request.requestedAt)}`);
  define(list, "状态", "state", STATES[request.state] + (request.until ? `，至 until ${time(request.until)}` : ""));
  const deeds = element("div");
  deeds.className = "buttons";
  if (request.state === "OPEN") {
    deeds.append(
      button("批准 24 小时", "approve for 24 hours", () => decide(request, true)),
      button("拒绝", "refuse", () => decide(request, false)),
    );
  }
  if (request.state === "APPROVED") deeds.append(button("查看记录", "read the records", () => run(personPage(request.request, null))));
  node.append(list, deeds);
  return node;
}

function personPage(request, after) {
  return async () => {
    const findings = await ask(`/api/records/person-reads/${encodeURIComponent(request)}/records` + (after ? "?after=" + after : ""));
    return () => showFound(findings, (next) => personPage(request, next));
  };
}

async function decide(request, approved) {
  byId("error").hidden = true;
  try {
    await send(`/api/records/person-reads/${encodeURIComponent(request.request)}/decision`, "POST", { approved });
    await showRequests();
  } catch (error) {
    fail(error);
  }
}

async function showRequests() {
  const requests = await ask("/api/records/person-reads");
  byId("requests").replaceChildren(...requests.map(requestCard));
  if (requests.length === 0) byId("requests").append(both("p", "没有申请", "none"));
}

byId("people").addEventListener("toggle", () => {
  if (byId("people").open) showRequests().catch(fail);
});

byId("person-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("error").hidden = true;
  const { person, reason } = event.target.elements;
  try {
    await send("/api/records/person-reads", "POST", { person: person.value, case: event.target.elements.case.value, reason: reason.value });
    event.target.reset();
    await showRequests();
  } catch (error) {
    fail(error);
  }
});

const asked = new URLSearchParams(location.search);
for (const kind of ["work", "ticket", "contentHash", "watermark", "fingerprint"]) {
  if (!asked.get(kind)) continue;
  byId("number-form").elements.kind.value = kind;
  byId("number-form").elements.value.value = asked.get(kind);
  run(kind === "work" ? chainOf(asked.get(kind)) : search({ [kind]: asked.get(kind) }));
  break;
}
