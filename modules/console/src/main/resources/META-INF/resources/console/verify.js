import { ask, both, byId, define, element, fail, listed, named } from "./site.js";

const KINDS = { 1: ["属于生成合成内容", "is synthetic"], 2: ["可能是生成合成内容", "may be synthetic"], 3: ["疑似生成合成内容", "suspected to be synthetic"] };

function showLabel(report) {
  const list = byId("label");
  list.replaceChildren();
  define(list, "文件类型", "format", report.mediaType);
  if (report.label) {
    define(list, "标识声明", "the label says", named(KINDS, report.label.label));
    define(list, "生成者", "producer", listed([element("span", report.producer.value), both("span", report.producer.meaning.zh, report.producer.meaning.en)]));
    define(list, "内容编号", "ProduceID", report.label.produceId);
    define(list, "传播者", "propagator", report.label.contentPropagator);
    define(list, "传播编号", "PropagateID", report.label.propagateId);
    if (report.producer.ours) {
      const link = both("a", "投诉此内容", "complain about this work");
      link.href = "/complaints";
      define(list, "有问题？", "something wrong?", link);
    }
  }
}

/** The picture with a frame around its visible label; the file never leaves the page for that. */
function showMark(mark, file) {
  byId("picture").hidden = true;
  if (!mark || !file.type.startsWith("image/")) return;
  const image = byId("shown");
  URL.revokeObjectURL(image.src);
  image.src = URL.createObjectURL(file);
  const frame = byId("mark").style;
  frame.left = `${mark.x * 100}%`;
  frame.top = `${mark.y * 100}%`;
  frame.width = `${mark.width * 100}%`;
  frame.height = `${mark.height * 100}%`;
  byId("picture").hidden = false;
}

function rowOf(finding) {
  const row = document.createElement("tr");
  row.className = finding.weight.toLowerCase();
  row.append(
    both("td", finding.layerName.zh, finding.layerName.en),
    element("td", finding.location),
    both("td", finding.meaning.zh, finding.meaning.en),
    element("td", finding.wants, "en"),
  );
  return row;
}

async function verify(form) {
  const report = await ask("/api/labeling/verifications", { method: "POST", body: new FormData(form) });
  byId("verdict").replaceChildren(...both("span", report.meaning.zh, report.meaning.en).childNodes);
  byId("report").className = report.verdict.toLowerCase();
  showLabel(report);
  showMark(report.mark, form.elements.file.files[0]);
  byId("findings").replaceChildren(...report.findings.map(rowOf));
  byId("report").hidden = false;
}

const form = byId("verification");

function submit() {
  byId("error").hidden = true;
  byId("report").hidden = true;
  verify(form).catch(fail);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});

const drop = byId("drop");
drop.addEventListener("dragover", (event) => event.preventDefault());
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length === 0) return;
  form.elements.file.files = event.dataTransfer.files;
  submit();
});
