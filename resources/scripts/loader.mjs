// What the built file runs first. The functions here are written into it as they stand; the build uses them too, to make its code cache.

/**
 * The text of a function whose body is nothing but a comment. So a file holds much text that Node.js need not read: it passes over
 * a comment several times as fast as over a string, and makes nothing of it.
 */
export function textIn(holder) {
  const text = String(holder);
  return text.slice(text.indexOf('/*') + 2, text.lastIndexOf('*/')).replaceAll('*@/', '*/');
}

/**
 * Runs the piece `entry`. `ready`: the pieces that are compiled, by name; `packed`: holders of the others, unpacked when they are
 * asked for; `texts`: holders of what the pieces ask for by `textNamed`.
 */
export function startProgram(entry, ready, { packed, texts }, filename, require) {
  const loaded = {};
  const textNamed = (name) => textIn(texts[name]);
  const unpack = (name) =>
    require('vm').compileFunction(
      require('zlib').inflateRawSync(Buffer.from(textIn(packed[name]), 'base64')).toString(),
      ['exports', 'require', 'module', 'textNamed'],
      { filename: filename + name.slice(1) },
    );
  const load = (name) => {
    if (!name.startsWith('./')) return require(name);
    if (loaded[name]) return loaded[name].exports;
    const module = (loaded[name] = { exports: {} });
    (ready[name] ?? unpack(name))(module.exports, load, module, textNamed);
    return module.exports;
  };
  load(entry);
}

/** The quick pieces, compiled. `cache`: what V8 made of them at the build; another V8 than `cacheOf` names compiles them anew. */
export function quickScript(quick, require) {
  const fits = quick.cacheOf === process.version + process.arch;
  return new (require('vm').Script)(textIn(quick.source), {
    // In the cache too: so it names no folder.
    filename: 'gpu-guest.js/quick.js',
    cachedData: fits ? Buffer.from(textIn(quick.cache), 'base64') : undefined,
  });
}
