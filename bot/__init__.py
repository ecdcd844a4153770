"""The program: settings, wiring, command line, lanes, clocks. Nothing imports it."""
