"""How other tools of the house use Beffroi: keys, HTTP API, gateway to the language model."""
