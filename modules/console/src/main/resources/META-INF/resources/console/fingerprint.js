// What a file is known again by, computed here: its SHA-256, and for a picture its PDQ hash as the platform computes it.

const SIZE = 64;
const LARGEST = 512;
const FREQUENCIES = 16;
const LEAST_QUALITY = 50;

/** SHA-256 of a file in hexadecimal digits. */
export async function sha256(file) {
  if (!crypto.subtle) throw new Error("此页面须经 HTTPS 打开 open this page over HTTPS: the browser computes no hash otherwise");
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The PDQ hash of a picture; null for what is none, and for a picture that shows too little. */
export async function fingerprint(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  const points = thumbnail(brightness(picture));
  return quality(points) < LEAST_QUALITY ? null : bits(frequencies(points));
}

function brightness(picture) {
  const width = Math.min(LARGEST, picture.width);
  const height = Math.min(LARGEST, picture.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Float64Array(width * height);
  for (let i = 0; i < values.length; i++) {
    values[i] = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
  }
  return { width, height, values };
}

/** Two passes of a box in both directions, then one point for each of 64 by 64 places. */
function thumbnail({ width, height, values }) {
  const across = Math.ceil(width / (2 * SIZE));
  const down = Math.ceil(height / (2 * SIZE));
  let plane = values;
  for (let pass = 0; pass < 2; pass++) {
    const rows = new Float64Array(plane.length);
    for (let y = 0; y < height; y++) blur(plane, rows, y * width, 1, width, across);
    plane = new Float64Array(rows.length);
    for (let x = 0; x < width; x++) blur(rows, plane, x, width, height, down);
  }
  const points = [];
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) points.push(plane[centre(y, height) * width + centre(x, width)]);
  }
  return points;
}

function centre(point, length) {
  return Math.floor(((point + 0.5) * length) / SIZE);
}

function blur(from, to, first, step, length, window) {
  const ahead = Math.floor(window / 2);
  const back = window - 1 - ahead;
  let sum = 0;
  for (let i = 0; i < Math.min(ahead, length); i++) sum += from[first + i * step];
  for (let i = 0; i < length; i++) {
    if (i + ahead < length) sum += from[first + (i + ahead) * step];
    if (i - back > 0) sum -= from[first + (i - back - 1) * step];
    to[first + i * step] = sum / (Math.min(i + ahead, length - 1) - Math.max(i - back, 0) + 1);
  }
}

function quality(points) {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) {
    for (let j = 1; j < SIZE; j++) {
      sum += steps(points[j * SIZE + i], points[(j - 1) * SIZE + i]) + steps(points[i * SIZE + j], points[i * SIZE + j - 1]);
    }
  }
  return Math.floor(sum / 90);
}

function steps(one, other) {
  return Math.abs(Math.trunc(((one - other) * 100) / 255));
}

function frequencies(points) {
  const cosines = Array.from({ length: FREQUENCIES }, (_, i) =>
    Array.from({ length: SIZE }, (_, j) => Math.cos((Math.PI / 2 / SIZE) * (i + 1) * (2 * j + 1))));
  const down = cosines.map((wave) =>
    Array.from({ length: SIZE }, (_, x) => wave.reduce((sum, cosine, y) => sum + cosine * points[y * SIZE + x], 0)));
  return down.flatMap((row) => cosines.map((wave) => wave.reduce((sum, cosine, x) => sum + cosine * row[x], 0)));
}

function bits(values) {
  const median = [...values].sort((a, b) => a - b)[values.length / 2 - 1];
  let number = 0n;
  values.forEach((value, i) => {
    if (value > median) number |= 1n << BigInt(i);
  });
  return number.toString(16).padStart(64, "0");
}
