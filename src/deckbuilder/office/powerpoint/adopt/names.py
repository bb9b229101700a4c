"""What layouts are called: PowerPoint's own names for its layouts in the languages of Europe, and a few words.

Names are compared in small letters, without spaces, digits and punctuation, so that “1_Titelfolie” is “Titelfolie”.
"""

import re

_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "Title Slide", "Title", "Title Page", "Cover", "Cover Slide", "Titelfolie", "Diapositive de titre",
        "Diapositiva de título", "Diapositiva titolo", "Titeldia", "Slajd tytułowy", "Slide de Título",
        "Diapositivo de Título", "Rubrikbild", "Titelslide", "Titeldias", "Tittellysbilde", "Otsikkodia",
        "Sleid Teitl", "Sleid Deitl", "Deckblatt", "Titelblatt", "Page de titre", "Couverture", "Portada", "Copertina",
    ),
    "section": (
        "Section Header", "Section", "Section Title", "Divider", "Section Divider", "Chapter", "Abschnittsüberschrift",
        "Abschnittstitel", "Kapitel", "Trennfolie", "Titre de section", "En-tête de section", "Intercalaire",
        "Encabezado de sección", "Separador", "Intestazione sezione", "Intestazione della sezione", "Sectiekop",
        "Nagłówek sekcji", "Cabeçalho da Seção", "Cabeçalho da Secção", "Avsnittsrubrik", "Afsnitsoverskrift",
        "Deloverskrift", "Inndelingsoverskrift", "Osan ylätunniste", "Osan otsikko", "Pennyn Adran", "Pennawd Adran",
    ),
    "points": (
        "Title and Content", "Title Content", "Title and Body", "Title and Text", "Title & Bullets", "Content", "Bullets",
        "Bullet", "Titel und Inhalt", "Titel und Text", "Titre et contenu", "Titre et texte", "Título y objetos",
        "Título y contenido", "Título y texto", "Titolo e contenuto", "Titolo e testo", "Titel en object",
        "Titel en inhoud", "Titel en tekst", "Tytuł i zawartość", "Tytuł i tekst", "Título e Conteúdo",
        "Título e Objeto", "Título e Texto", "Rubrik och innehåll", "Titel og indhold", "Titel og indholdsobjekt",
        "Tittel og innhold", "Otsikko ja sisältö", "Teitl a Chynnwys",
    ),
    "compare": (
        "Comparison", "Vergleich", "Comparaison", "Comparación", "Confronto", "Vergelijking", "Porównanie",
        "Comparação", "Jämförelse", "Sammenligning", "Vertailu", "Cymhariaeth", "Cymharu",
    ),
    "table": (
        "Title and Table", "Table", "Titel und Tabelle", "Tabelle", "Titre et tableau", "Tableau", "Título y tabla",
        "Tabla", "Titolo e tabella", "Tabella", "Titel en tabel", "Tabel", "Tytuł i tabela", "Tabela",
        "Título e Tabela", "Rubrik och tabell", "Tabell", "Titel og tabel", "Tittel og tabell", "Otsikko ja taulukko",
        "Taulukko", "Tabl",
    ),
    "chart": (
        "Title and Chart", "Chart", "Titel und Diagramm", "Diagramm", "Titre et graphique", "Graphique",
        "Título y gráfico", "Gráfico", "Titolo e grafico", "Grafico", "Titel en grafiek", "Grafiek", "Tytuł i wykres",
        "Wykres", "Título e Gráfico", "Rubrik och diagram", "Diagram", "Titel og diagram", "Tittel og diagram",
        "Otsikko ja kaavio", "Kaavio", "Siart",
    ),
    "picture": (
        "Picture with Caption", "Bild mit Überschrift", "Bild mit Beschriftung", "Image avec légende",
        "Imagen con título", "Immagine con didascalia", "Afbeelding met bijschrift", "Obraz z podpisem",
        "Imagem com Legenda", "Bild med bildtext", "Billede med billedtekst", "Bilde med tekst", "Otsikollinen kuva",
        "Kuva ja kuvateksti", "Llun gyda Chapsiwn",
    ),
}  # fmt: skip

_QUOTATION = (
    "quote", "quotation", "zitat", "citation", "cita", "citazione", "citaat", "cytat", "citação", "citacao", "citat",
    "sitat", "sitaatti", "lainaus", "dyfyniad",
)  # fmt: skip
"""Words for a quotation: a layout whose name has one of them is for voices."""


def _key(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalpha())


_KEYS = {key: frozenset(_key(name) for name in names) for key, names in _NAMES.items()}


def is_named(ours: str, theirs: str) -> bool:
    """Say whether their layout's name is one that layouts of ours are known by."""
    if ours == "voices-1":
        return any(word in _QUOTATION for word in re.findall(r"[^\W\d_]+", theirs.casefold()))
    return _key(theirs) in _KEYS.get(ours, frozenset())
