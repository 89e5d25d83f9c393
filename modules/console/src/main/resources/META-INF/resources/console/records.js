import { ask, both, byId, define, element, fail, time } from "./site.js";

const work = new URLSearchParams(location.search).get("work");

function row(zh, en, link) {
  const tr = document.createElement("tr");
  if (!link.intact) tr.className = "fault";
  const hash = element("td", link.sha256 + (link.intact ? "" : "（已被改动 not intact）"));
  hash.className = "hash";
  tr.append(both("td", zh, en), element("td", `${link.type} ${link.eventId}`), element("td", time(link.occurredAt)), hash);
  return tr;
}

function verdict(screening) {
  return screening && `${screening.verdict} ${screening.ruleId || ""}（词库 library ${screening.libraryVersion}，${screening.libraryHash}）`;
}

// The verdict says which part it is about: pictures and sound have no reviewer of the result, only of the prompt.
function verdictOnResult(screening) {
  return screening && screening.part === "output" ? verdict(screening) : "未审核，仅审核输入 not screened, only the input was";
}

function facts(chain) {
  const list = byId("facts");
  define(list, "内容编号", "ProduceID", chain.work);
  if (chain.made) {
    define(list, "服务提供者", "provider", chain.made.provider);
    define(list, "系统与版本", "system and version", `${chain.made.system} ${chain.made.systemVersion}`);
    define(list, "生成时间", "made at", time(chain.made.recordedAt));
    define(list, "内容哈希", "content hash", chain.made.contentHash);
    define(list, "输出审核", "output screening", verdictOnResult(chain.made.screening));
  }
  if (chain.admission) {
    define(list, "用户（化名）", "person (pseudonym)", chain.admission.person);
    define(list, "实名程度", "assurance", chain.admission.assurance);
    define(list, "备案编号", "filing number", chain.admission.filingNumber);
    define(list, "输入审核", "input screening", verdict(chain.admission.screening));
  }
  chain.consents.forEach((consent) => define(list, "单独同意", "consent", `${consent.consent} ${consent.state}`));
}

function links(chain) {
  const rows = [];
  if (chain.verification) rows.push(row("实名核验", "identity", chain.verification));
  chain.consents.forEach((consent) => consent.links.forEach((link) => rows.push(row("单独同意", "consent", link))));
  if (chain.admission) rows.push(row("准入", "admission", chain.admission.link));
  if (chain.made) rows.push(row("生成并标识", "work", chain.made.link));
  chain.deliveries.forEach((link) => rows.push(row("交付", "delivery", link)));
  chain.publications.forEach((link) => rows.push(row("发布", "publication", link)));
  chain.complaints.forEach((complaint) => complaint.links.forEach((link) => rows.push(row("投诉", "complaint", link))));
  chain.takedowns.forEach((link) => rows.push(row("下架", "takedown", link)));
  return rows;
}

async function show() {
  const chain = await ask("/api/records/works/" + encodeURIComponent(work));
  byId("complete").textContent = chain.complete ? "链条完整 The chain is complete." : "缺少 Missing: " + chain.missing.join("、");
  byId("complete").classList.toggle("error", !chain.complete);
  facts(chain);
  byId("links").replaceChildren(...links(chain));
  byId("chain").hidden = false;
}

if (work) {
  document.querySelector("input[name=work]").value = work;
  show().catch(fail);
}
