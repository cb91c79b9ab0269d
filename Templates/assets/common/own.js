// A value that an object has itself. Every object inherits some, and a criterion may well be called "constructor".
export const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined)
