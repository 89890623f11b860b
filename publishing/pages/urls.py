"""The paths of readers' pages."""

from django.urls import path

from publishing.pages import views

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<str:name>/", views.article, name="article"),
    path("factchecks/<str:name>/", views.fact_check, name="fact-check"),
    path("factchecks/<str:name>/versions/<int:number>/", views.version, name="version"),
    path("questions/<str:name>/", views.question, name="question"),
    path("sources/<str:name>/", views.source, name="source"),
    path("corrections/", views.corrections, name="corrections"),
    path("methodology/", views.methodology, name="methodology"),
]
