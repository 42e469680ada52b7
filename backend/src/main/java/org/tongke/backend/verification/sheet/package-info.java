/**
 * Progress as offices hand it on: workbooks, and pages for A4. A sheet is made once, of the figures that the API gives, and written as
 * either. They are fetched by address with the device's cookie or a token; who may see them is decided by the same table as of the API.
 */
@NullMarked
package org.tongke.backend.verification.sheet;

import org.jspecify.annotations.NullMarked;
