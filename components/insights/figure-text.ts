/** Two places after the point, as agreement is written. */
export const twoPlaces = (value: number) => value.toFixed(2);
