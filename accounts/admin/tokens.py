"""Tokens in the admin: a person issues and revokes their own."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from accounts.models import Token
from accounts.scopes import DESCRIPTIONS, TOKEN_SCOPES, Scope
from factcheck.desk.fields import DeskFields
from factcheck.desk.listing import DeskList
from factcheck.desk.permission import ByPermission


class TokenForm(forms.ModelForm):
    """A new token's name, end and scopes."""

    scopes = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        help_text="What the program may do. No more than your role allows.",
    )

    class Meta:
        model = Token
        fields = ["name", "scopes", "expires_at"]

    # Set by the admin: the person for whom the token is.
    user: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "scopes" in self.fields:
            self.fields["scopes"].choices = [  # type: ignore[attr-defined]
                (scope.value, f"{DESCRIPTIONS[scope]} ({scope.value})")
                for scope in TOKEN_SCOPES
                if self.user.has_perm(scope.permission)
            ]

    def clean_expires_at(self) -> Any:
        when = self.cleaned_data["expires_at"]
        if when is not None and when <= timezone.now():
            raise ValidationError("This moment has passed already.")
        return when


@admin.register(Token)
class TokenAdmin(ByPermission, DeskFields, DeskList, admin.ModelAdmin):
    """A person's own tokens; administrators see everybody's. Revoked, never changed or deleted."""

    form = TokenForm
    write_permission = Scope.READ.permission
    change_form_template = "accounts/admin/token.html"
    list_display = ["name_shown", "user", "scope_list", "state", "last_used_at", "expires_at"]
    list_select_related = ["user"]
    search_fields = ["name", "key", "user__username"]
    ordering = ["-created_at", "-pk"]
    actions = ["revoke"]

    class Media:
        js = ["desk/copy.js"]

    def get_queryset(self, request: HttpRequest) -> Any:
        tokens = super().get_queryset(request)
        everybody = request.user.has_perm(Scope.DESK_MANAGE.permission)
        return tokens if everybody else tokens.filter(user=request.user)

    # --- What is shown --------------------------------------------------------------------------

    @admin.display(description="Token", ordering="name")
    def name_shown(self, token: Any) -> str:
        return str(token)

    @admin.display(description="May")
    def scope_list(self, token: Any) -> str:
        return ", ".join(token.scopes)

    @admin.display(description="State")
    def state(self, token: Any) -> str:
        if token.revoked_at:
            return "Revoked"
        if token.expires_at and token.expires_at <= timezone.now():
            return "Expired"
        return "Works"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ["name", "scopes", "expires_at"]
        return [
            "name_shown",
            "user",
            "scope_list",
            "state",
            ("created_at", "expires_at"),
            "last_used_at",
            ("revoked_at", "revoked_by"),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [] if obj is None else ["name_shown", "scope_list", "state", "created_at"]

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None:
            kwargs["form"] = forms.ModelForm
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user  # type: ignore[attr-defined]
        return form

    # --- Issuing and revoking -------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A token is what it was issued as."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return self.may_write(request)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Issue it; its text is kept on the form just long enough to be shown."""
        token, form.text = Token.issue(user=request.user, **form.cleaned_data)
        obj.pk, obj.key, obj.user = token.pk, token.key, token.user
        request.issued_text = form.text

    def log_addition(self, request: Any, obj: Any, message: Any) -> Any:
        """The token itself says who issued it, and when."""

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Shown in the answer itself: a message would be stored on the way."""
        context = {
            **self.admin_site.each_context(request),
            "title": "Your new token",
            "opts": self.opts,
            "token": obj,
            "text": request.issued_text,
        }
        response = TemplateResponse(request, "accounts/admin/token_issued.html", context)
        response["Cache-Control"] = "no-store"
        return response

    @admin.action(description="Revoke", permissions=["revoke"])
    def revoke(self, request: HttpRequest, queryset: Any) -> None:
        working = list(queryset.filter(revoked_at__isnull=True))
        for token in working:
            token.revoke(by=request.user)
        if working:
            names = ", ".join(str(token) for token in working)
            messages.success(request, f"Revoked: {names}. Nothing opens to them any more.")
        else:
            messages.warning(request, "These were revoked already.")

    def changeform_view(
        self,
        request: Any,
        object_id: Any = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """The page of one token has one button."""
        if object_id and request.method == "POST" and "_revoke" in request.POST:
            token = self.get_object(request, object_id)
            if token is None or not self.has_revoke_permission(request):
                raise PermissionDenied
            self.revoke(request, Token.objects.filter(pk=token.pk))
            return HttpResponseRedirect(reverse("admin:accounts_token_change", args=[token.pk]))
        return super().changeform_view(request, object_id, form_url, extra_context)
