/** A shape is the distance of any point from its edge, in pixels (negative inside), and its bounding box. */
export type Shape = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly distance: (x: number, y: number) => number;
};

export type Point = { readonly x: number; readonly y: number };

export function ellipse({ x, y }: Point, rx: number, ry = rx): Shape {
  return {
    ...boxAround(x, y, rx, ry),
    distance: (px, py) => {
      const dx = (px - x) / rx;
      const dy = (py - y) / ry;
      const outwards = Math.hypot(dx, dy);
      return outwards === 0 ? -Math.min(rx, ry) : (outwards * (outwards - 1)) / Math.hypot(dx / rx, dy / ry);
    },
  };
}

/** A box with round corners, rotated about its middle by an angle in radians. */
export function box(middle: Point, width: number, height: number, round = 0, turn = 0): Shape {
  const reach = turn === 0 ? { x: width / 2, y: height / 2 } : turnedReach(width, height);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    ...boxAround(middle.x, middle.y, reach.x, reach.y),
    distance: (px, py) => {
      const [dx, dy] = [px - middle.x, py - middle.y];
      const beyondX = Math.abs(dx * cos + dy * sin) - width / 2 + round;
      const beyondY = Math.abs(dy * cos - dx * sin) - height / 2 + round;
      const outside = Math.hypot(Math.max(beyondX, 0), Math.max(beyondY, 0));
      return outside + Math.min(Math.max(beyondX, beyondY), 0) - round;
    },
  };
}

/** The box with these corners. */
export function boxBetween(left: number, top: number, right: number, bottom: number, round = 0): Shape {
  return box({ x: (left + right) / 2, y: (top + bottom) / 2 }, right - left, bottom - top, round);
}

/** A thick line with round ends. */
export function thickLine(from: Point, to: Point, thickness: number): Shape {
  const radius = thickness / 2;
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const squared = alongX * alongX + alongY * alongY || 1;
  return {
    left: Math.min(from.x, to.x) - radius,
    top: Math.min(from.y, to.y) - radius,
    right: Math.max(from.x, to.x) + radius,
    bottom: Math.max(from.y, to.y) + radius,
    distance: (px, py) => {
      const part = ((px - from.x) * alongX + (py - from.y) * alongY) / squared;
      const nearest = Math.max(0, Math.min(1, part));
      return Math.hypot(px - from.x - alongX * nearest, py - from.y - alongY * nearest) - radius;
    },
  };
}

/** The intersection of both. */
export function within(shape: Shape, frame: Shape): Shape {
  return {
    left: Math.max(shape.left, frame.left),
    top: Math.max(shape.top, frame.top),
    right: Math.min(shape.right, frame.right),
    bottom: Math.min(shape.bottom, frame.bottom),
    distance: (x, y) => Math.max(shape.distance(x, y), frame.distance(x, y)),
  };
}

function turnedReach(width: number, height: number): Point {
  const reach = Math.hypot(width, height) / 2;
  return { x: reach, y: reach };
}

function boxAround(x: number, y: number, rx: number, ry: number) {
  return { left: x - rx, top: y - ry, right: x + rx, bottom: y + ry };
}
