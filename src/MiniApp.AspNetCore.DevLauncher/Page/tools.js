// What a platform adds to the panel beside what all have: here nothing. A platform with something has this file in its own folder.

export const startTools = () => {};
