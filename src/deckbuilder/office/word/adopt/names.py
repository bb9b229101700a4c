"""The names of Word's built-in styles: in the file they should be English, but other programs translate them."""

import unicodedata
from functools import cache

_HEADINGS = (
    "heading", "Überschrift", "Titre", "Título", "Encabezado", "Titolo", "Kop", "Rubrik", "Overskrift", "Otsikko",
    "Nagłówek", "Nadpis", "Címsor", "Titlu", "Pennawd", "Ceannteideal",
)  # fmt: skip
_CONTENTS = ("toc", "Contents", "Verzeichnis", "TM", "TDC", "Sommario", "Inhopg", "Innehåll", "Indholdsfortegnelse", "INNH",
             "Sisluet", "Spis treści", "Índice")  # fmt: skip

_NAMES = {
    "Normal": ("Standard", "Standaard", "Normale", "Normalny", "Default", "Default Paragraph Style"),
    "Title": ("Titel", "Titre", "Título", "Puesto", "Titolo", "Tittel", "Otsikko", "Tytuł", "Název", "Teitl"),
    "Subtitle": ("Untertitel", "Sous-titre", "Subtítulo", "Sottotitolo", "Ondertitel", "Undertitel", "Undertittel",
                 "Underrubrik", "Podtytuł", "Is-deitl"),
    "Body Text": ("Textkörper", "Text Body", "Corps de texte", "Texto independiente", "Corpo de texto", "Corpo testo",
                  "Corpo del testo", "Plattetekst", "Platte tekst", "Brödtext", "Brødtekst", "Leipäteksti", "Tekst podstawowy"),
    "Quote": ("Zitat", "Citation", "Cita", "Citação", "Citazione", "Citaat", "Citat", "Sitat", "Lainaus", "Cytat", "Quotations"),
    "header": ("Kopfzeile", "En-tête", "Encabezado", "Cabeçalho", "Intestazione", "Koptekst", "Sidhuvud", "Sidehoved",
               "Topptekst", "Ylätunniste", "Nagłówek", "Pennyn"),
    "footer": ("Fußzeile", "Pied de page", "Pie de página", "Rodapé", "Piè di pagina", "Pidipagina", "Voettekst", "Sidfot",
               "Sidefod", "Bunntekst", "Alatunniste", "Stopka", "Troedyn"),
    "List Bullet": ("Aufzählungszeichen", "Liste à puces", "Lista con viñetas", "Commarcadores", "Punto elenco",
                    "Lijst opsom.teken", "Punktlista", "Opstilling - punkttegn", "Punktliste", "Merkitty luettelo",
                    "Lista punktowana"),
    "List Number": ("Listennummer", "Liste à numéros", "Lista con números", "Numerada", "Numero elenco", "Lijstnummering",
                    "Numrerad lista", "Opstilling - talellertegn", "Nummerert liste", "Numeroitu luettelo",
                    "Lista numerowana"),
    "List Paragraph": ("Listenabsatz", "Paragraphe de liste", "Párrafo de lista", "Paragrafo elenco", "Lijstalinea",
                       "Liststycke", "Listeafsnit", "Listeavsnitt", "Akapit z listą"),
    "TOC Heading": ("Inhaltsverzeichnisüberschrift", "En-tête de table des matières", "Titolo sommario",
                    "Kopvaninhoudsopgave", "Título TDC", "Contents Heading"),
    "Hyperlink": ("Lien hypertexte", "Hipervínculo", "Collegamento ipertestuale", "Internetlink", "Internet Link", "Hyperlnk"),
    "Placeholder Text": ("Platzhaltertext", "Texte de l’espace réservé", "Texto de marcador de posición", "Testo segnaposto",
                         "Tekst van tijdelijke aanduiding"),
    **{f"heading {level}": tuple(f"{name} {level}" for name in _HEADINGS) for level in range(1, 4)},
    **{f"toc {level}": tuple(f"{name} {level}" for name in _CONTENTS) for level in range(1, 3)},
    **{f"List Bullet {level}": (f"Aufzählungszeichen {level}", f"Liste à puces {level}", f"Punto elenco {level}",
                                f"Lijst opsom.teken {level}") for level in range(2, 4)},
    **{f"List Number {level}": (f"Listennummer {level}", f"Liste à numéros {level}", f"Numero elenco {level}",
                                f"Lijstnummering {level}") for level in range(2, 4)},
}  # fmt: skip


def is_known(name: str) -> bool:
    """Say whether this is the name of a built-in style that other programs translate."""
    return name in _NAMES


def keys(name: str) -> frozenset[str]:
    """Give what a built-in style may be recognised by: the spellings of its names in several languages."""
    return frozenset().union(*(spellings(other) for other in (name, *_NAMES.get(name, ()))))


@cache
def spellings(name: str) -> frozenset[str]:
    """Spell a name as names and ids do: without spaces, and without what is no letter of ASCII, or its accent.

    The id of “Überschrift 1” is `berschrift1`, that of “Título 1” may be `Titulo1`.
    """
    folded = name.casefold()
    apart = unicodedata.normalize("NFKD", folded)
    without = name.replace("ß", "").casefold()
    found = {
        "".join(character for character in text if character.isascii() and character.isalnum())
        for text in (folded, apart, without)
    }
    return frozenset(found - {""})
