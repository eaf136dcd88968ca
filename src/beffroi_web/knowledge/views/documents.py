"""Documents: added, read with their passage in sight, described, removed."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi_web.knowledge import actions, adding, shelf, visible
from beffroi_web.knowledge.forms import AddFiles, DescribeDocument, PasteText
from beffroi_web.look.typography import counted


@require_POST
def deposer(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    form = AddFiles(request.POST, request.FILES)
    if not form.is_valid():
        context = shelf.collection(row, request.user, {}, files=form)
        return render(request, "knowledge/collection.html", context, status=422)
    given = [
        adding.Given(name=file.name, content=file.read()) for file in form.cleaned_data["fichiers"]
    ]
    kept = adding.deposit(row, given, user=request.user)
    said = counted(len(kept.documents), "document déposé", "documents déposés")
    messages.success(request, f"{said}.")
    if kept.already:
        messages.info(request, f"Déjà dans la collection : {', '.join(kept.already)}.")
    return redirect(row)


@require_POST
def coller(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    form = PasteText(request.POST)
    if not form.is_valid():
        context = shelf.collection(row, request.user, {}, text=form)
        return render(request, "knowledge/collection.html", context, status=422)
    adding.paste(row, form.cleaned_data, user=request.user)
    messages.success(request, f"« {form.cleaned_data['titre']} » est déposé.")
    return redirect(row)


@require_GET
def document(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.document_or_404(request, number)
    return render(request, "knowledge/document.html", shelf.document(row, request))


@require_GET
def original(request: HttpRequest, number: int) -> HttpResponse | FileResponse:
    """The file as it was given, to be saved: never opened by the browser inside our pages."""
    row = visible.document_or_404(request, number)
    if not row.file:
        raise Http404
    answer = FileResponse(row.file.open("rb"), as_attachment=True, filename=row.file_name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
def decrire(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.document_or_404(request, number)
    initial = {
        "titre": row.title,
        "date": row.date,
        "valable": row.expires,
        "adresse": row.url,
        "synonymes": "\n".join(row.synonyms),
    }
    form = DescribeDocument(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.describe(row, form.cleaned_data, user=request.user)
        return redirect(row)
    context = {"form": form, "document": row}
    return render(request, "knowledge/decrire.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def retirer(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.document_or_404(request, number)
    if request.method == "POST":
        title, collection = row.title, row.collection
        actions.remove(row, user=request.user)
        messages.success(request, f"« {title} » est effacé, et ne sera plus trouvé.")
        return redirect(collection)
    return render(request, "knowledge/retirer.html", {"document": row})
