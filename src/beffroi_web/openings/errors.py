"""What a caller can do wrong, in the tree of errors."""

from __future__ import annotations

from beffroi.errors import BeffroiError, InputError


class CallRefused(BeffroiError):
    """The caller may not do this. ``retry_after`` is in seconds, when waiting is of use."""

    code = "ouverture.refus"
    default_message = "Cet appel n’est pas permis."
    retry_after: int | None = None


class KeyMissing(CallRefused):
    code = "ouverture.cle_absente"
    default_message = "Cet appel demande une clé."
    default_next_step = "Envoyez l’en-tête « Authorization: Bearer » suivi de votre clé."


class KeyRefused(CallRefused):
    code = "ouverture.cle_refusee"
    default_message = "Cette clé n’ouvre rien : elle est inconnue, expirée ou retirée."
    default_next_step = "Demandez une nouvelle clé à l’administrateur de votre collectivité."


class ScopeMissing(CallRefused):
    code = "ouverture.droit_absent"
    default_message = "Cette clé n’ouvre pas cette fonction."
    default_next_step = "Demandez ce droit à l’administrateur de votre collectivité."


class QuotaReached(CallRefused):
    code = "ouverture.quota"
    default_message = "Cette clé a fait tous ses appels de la journée."
    default_next_step = "Attendez demain, ou demandez un quota plus grand à l’administrateur."


class BadCall(InputError):
    """The body is not what the OpenAPI document says."""

    code = "ouverture.forme"
    default_message = "Le corps de la demande n’a pas la forme attendue."
    default_next_step = "La page /api/ décrit chaque champ."


class BadMethod(CallRefused):
    code = "ouverture.methode"
    default_message = "Cette adresse ne répond pas à cette méthode."
    default_next_step = "La page /api/ dit comment appeler chaque adresse."
