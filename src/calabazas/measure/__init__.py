"""Pure statistics: intervals, survival, calibration, refit."""
