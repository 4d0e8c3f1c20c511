/** Keeps the whole site for reading without a network. */
export {};
