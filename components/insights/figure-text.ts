/** Two places after the point, as agreement is written. */
export const twoPlaces = (value: number) => value.toFixed(2);

/** A share in percent. */
export const percent = (value: number) => `${Math.round(value * 100)} %`;
