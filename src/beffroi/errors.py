"""Every error that Beffroi raises, as one tree.

    BeffroiError
    ├── SettingsError               a setting is missing or wrong
    ├── InputError                  what the person gave cannot be used as it is
    │   ├── EmptyText
    │   ├── TooLarge
    │   ├── UnknownName             no modèle, audience, model… of that name
    │   ├── BadPairs            a line of pairs to verify is malformed
    │   ├── BadModele               a modèle folder or one of its essais is malformed
    │   ├── BadAssistant            an assistant folder or one of its essais is malformed
    │   ├── BadQuestions            a line of questions to answer is malformed
    │   ├── BadGlossary             a glossary file cannot be read
    │   └── DocumentError
    │       ├── UnsupportedFormat
    │       ├── DamagedDocument
    │       ├── ProtectedDocument   a password is needed
    │       ├── NoTextInDocument    images only
    │       └── ExportFailed        the file asked for could not be made
    ├── ModelError                  the language model did not answer as it must
    │   ├── ModelUnavailable        no model, not installed, server not reached
    │   ├── ModelTimeout
    │   ├── ModelBusy               429, queue full
    │   ├── ModelRefused            key refused, request refused
    │   ├── PromptTooLong           prompt and answer exceed the model's context
    │   ├── ModelFailed             500, the process died
    │   ├── ModelGarbled            the answer is not what the protocol says
    │   ├── ModelCutOff             the stream ended before its end
    │   └── InvalidAnswer           well-formed, but not what the schema asks
    ├── InstallError                a model could not be fetched or verified
    ├── PolicyRefused               the charter forbids sending this data to that place
    └── Stopped                     the person pressed stop

``code`` never changes once published: programs, tests and the journal rely on it. The message is
a French sentence for the person; ``next_step`` says what to do. Technical words go to ``detail``,
which pages do not show.
"""

from __future__ import annotations

from typing import ClassVar


class BeffroiError(Exception):
    """Root of the tree.

    ``message`` and ``next_step`` are French sentences for the person; ``detail`` is for the log.
    """

    code: ClassVar[str] = "beffroi"
    default_message: ClassVar[str] = "Beffroi n’a pas pu faire ce travail."
    default_next_step: ClassVar[str] = ""

    def __init__(
        self,
        message: str | None = None,
        *,
        next_step: str | None = None,
        detail: str = "",
    ) -> None:
        self.message = message or self.default_message
        self.next_step = self.default_next_step if next_step is None else next_step
        self.detail = detail
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The message and what to do next, ready to be shown."""
        return f"{self.message} {self.next_step}".strip()


class SettingsError(BeffroiError):
    code = "reglage"
    default_message = "Un réglage de Beffroi est absent ou incorrect."


class InputError(BeffroiError):
    code = "entree"
    default_message = "Ce qui a été donné ne peut pas être utilisé tel quel."


class EmptyText(InputError):
    code = "entree.vide"
    default_message = "Le texte est vide."
    default_next_step = "Collez un texte ou choisissez un fichier qui contient du texte."


class TooLarge(InputError):
    code = "entree.trop_grande"
    default_message = "Ce document est trop grand pour être traité en une fois."
    default_next_step = "Découpez-le en plusieurs parties et traitez-les l’une après l’autre."


class UnknownName(InputError):
    code = "entree.nom_inconnu"
    default_message = "Ce nom n’existe pas."


class BadModele(InputError):
    code = "entree.modele_incorrect"
    default_message = "Ce modèle d’écriture est mal formé."


class BadAssistant(InputError):
    code = "entree.assistant_incorrect"
    default_message = "Cet assistant est mal formé."


class BadQuestions(InputError):
    code = "entree.questions_incorrectes"
    default_message = "Ce fichier de questions est mal formé."
    default_next_step = "Chaque ligne est un objet JSON : « id » et « question »."


class BadPairs(InputError):
    code = "entree.couples_incorrects"
    default_message = "Ce fichier de couples est mal formé."
    default_next_step = (
        "Chaque ligne est un objet JSON : « id », « source », « rewrite », « kind » si besoin."
    )


class BadGlossary(InputError):
    code = "entree.glossaire_incorrect"
    default_message = "Ce glossaire est mal formé."
    default_next_step = "Écrivez une ligne par terme : terme | autres formes | explication."


class DocumentError(InputError):
    code = "document"
    default_message = "Ce document n’a pas pu être lu."


class UnsupportedFormat(DocumentError):
    code = "document.format"
    default_message = "Ce format de fichier n’est pas lu par Beffroi."
    default_next_step = "Enregistrez le document en docx, odt, pdf ou txt, puis recommencez."


class DamagedDocument(DocumentError):
    code = "document.abime"
    default_message = "Ce fichier est abîmé, ou son contenu ne correspond pas à son extension."
    default_next_step = "Ouvrez-le dans votre traitement de texte et enregistrez-le à nouveau."


class ProtectedDocument(DocumentError):
    code = "document.protege"
    default_message = "Ce document est protégé par un mot de passe."
    default_next_step = "Retirez la protection, puis recommencez."


class NoTextInDocument(DocumentError):
    code = "document.sans_texte"
    default_message = "Ce document ne contient que des images : Beffroi n’y trouve aucun texte."
    default_next_step = (
        "Faites une reconnaissance de caractères avec votre copieur, ou recopiez le texte."
    )


class ExportFailed(DocumentError):
    code = "document.export"
    default_message = "Le fichier demandé n’a pas pu être fabriqué."
    default_next_step = "Essayez un autre format, par exemple docx."


class ModelError(BeffroiError):
    code = "modele"
    default_message = "Le modèle de langage n’a pas pu répondre."
    default_next_step = "Votre texte est conservé et une version sans modèle vous est proposée."


class ModelUnavailable(ModelError):
    code = "modele.absent"
    default_message = "Aucun modèle de langage n’est joignable pour le moment."


class ModelTimeout(ModelError):
    code = "modele.delai"
    default_message = "Le modèle de langage n’a pas répondu à temps."


class ModelBusy(ModelError):
    code = "modele.occupe"
    default_message = "Le modèle de langage reçoit trop de demandes en ce moment."


class ModelRefused(ModelError):
    code = "modele.refus"
    default_message = "Le serveur du modèle de langage a refusé la demande."


class PromptTooLong(ModelError):
    code = "modele.trop_long"
    default_message = "Ce texte est trop long pour ce modèle de langage."
    default_next_step = (
        "Découpez-le, ou choisissez un modèle qui lit davantage ; "
        "une version sans modèle vous est proposée."
    )


class ModelFailed(ModelError):
    code = "modele.panne"
    default_message = "Le modèle de langage est tombé en panne pendant la réponse."


class ModelGarbled(ModelError):
    code = "modele.illisible"
    default_message = "La réponse du modèle de langage est illisible."


class ModelCutOff(ModelError):
    code = "modele.coupe"
    default_message = "La réponse du modèle de langage a été coupée avant la fin."


class InvalidAnswer(ModelError):
    code = "modele.reponse_invalide"
    default_message = "La réponse du modèle de langage n’a pas la forme demandée."


class InstallError(BeffroiError):
    code = "installation"
    default_message = "Le modèle de langage n’a pas pu être installé."


class PolicyRefused(BeffroiError):
    code = "charte.refus"
    default_message = "La charte de votre collectivité ne permet pas d’envoyer ces données là-bas."
    default_next_step = (
        "Choisissez un modèle installé sur cette machine, ou travaillez sans modèle."
    )


class Stopped(BeffroiError):
    code = "arret"
    default_message = "Le travail a été arrêté à votre demande."
