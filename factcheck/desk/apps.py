"""The desk room: how every page of the editors' admin behaves."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class DeskConfig(AppConfig):
    name = "factcheck.desk"
    label = "desk"
    default = True


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin, opened on the queue."""

    default = False
    default_site = "factcheck.desk.site.DeskSite"
