"use client";

import { ErrorMessage } from "#components/shell/error-message.tsx";

/** As the root's, inside the frame. */
export default ErrorMessage;
