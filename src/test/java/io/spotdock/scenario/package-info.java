/**
 * Scenarios: journeys as data, walked twice, once by the service without a window and once through the real wizard by
 * mouse and keyboard. Both must end in the same plans, the same events and the same sandbox.
 */
package io.spotdock.scenario;
