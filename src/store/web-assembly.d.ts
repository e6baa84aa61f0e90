/** As much of WebAssembly as is used here: the types of Node 20 leave it to a browser's. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => object;
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: object, imports: { readonly env: { readonly memory: Memory } });
    readonly exports: unknown;
  }
}
