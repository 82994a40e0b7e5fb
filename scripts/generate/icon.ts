import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pixels of a side, as the marketplace asks for. */
const size = 128;
/** Samples of a side of a pixel: edges in seventeen steps. */
const samples = 4;
/** Units of the drawing that are left free around it. */
const margin = 3;
const background = [11, 79, 108] as const;
const foreground = [255, 255, 255] as const;

type Point = readonly [number, number];

/** The mark of the view as the picture of the extension. Drawn from the same paths, so that there is one drawing. */
export function renderIcon(root: string): Uint8Array {
  const svg = readFileSync(join(root, 'media/outrigger.svg'), 'utf8');
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const shapes = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, path = '']) => outlineOf(path));
  const scale = (side + 2 * margin) / size;
  const pixels = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      for (let n = 0; n < samples * samples; n++) {
        const at: Point = [
          (x + ((n % samples) + 0.5) / samples) * scale - margin,
          (y + (Math.floor(n / samples) + 0.5) / samples) * scale - margin,
        ];
        if (shapes.some((shape) => holds(shape, at))) pixels[y * size + x]! += 1;
      }
    }
  }
  return png(pixels);
}

/** The corners of a path of absolute M, L, C and Z, which are all that the drawing uses; curves in short steps. */
function outlineOf(path: string): readonly Point[] {
  const points: Point[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest.trim().split(/\s+/).map(Number);
    if (command === 'M' || command === 'L') points.push([a, b]);
    else if (command === 'C') {
      const [x, y] = points.at(-1) ?? [0, 0];
      for (let n = 1; n <= 16; n++) {
        const t = n / 16;
        const u = 1 - t;
        const curve = (from: number, one: number, two: number, to: number): number =>
          u * u * u * from + 3 * u * u * t * one + 3 * u * t * t * two + t * t * t * to;
        points.push([curve(x, a, c, e), curve(y, b, d, f)]);
      }
    } else if (command !== 'Z') throw new Error(`media/outrigger.svg: "${command}" is not drawn here.`);
  }
  return points;
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function holds(outline: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

/** One byte a pixel, as a step between the two colours. Not compressed, so that every version of Node writes the same bytes. */
function png(pixels: Uint8Array): Uint8Array {
  const steps = samples * samples;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, of a palette
  const palette = Array.from({ length: steps + 1 }, (_, step) =>
    background.map((from, i) => Math.round(from + ((foreground[i]! - from) * step) / steps)),
  ).flat();
  const lines = Buffer.alloc(size * (size + 1)); // each line begins with 0: not filtered
  for (let y = 0; y < size; y++) lines.set(pixels.subarray(y * size, (y + 1) * size), y * (size + 1) + 1);
  const block = Buffer.alloc(5);
  block.writeUInt8(1, 0); // the last block, stored
  block.writeUInt16LE(lines.length, 1);
  block.writeUInt16LE(lines.length ^ 0xffff, 3);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(lines));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0x01]), block, lines, sum])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(bytes: Buffer): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
