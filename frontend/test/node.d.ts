// Node's own test modules, so that the frontend build needs no types of Node.
declare module 'node:test' {
  export default function test(name: string, body: () => void | Promise<void>): void;
}
declare module 'node:assert/strict' {
  const assert: any;
  export default assert;
}
