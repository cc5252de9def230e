using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>The answer to an unknown, old or withdrawn link and to a number without cookie: 404 with the form "stuur mij mijn link opnieuw", always the same (S07).</summary>
public static class LostLink
{
    public static ViewResult View(Controller controller) => new()
    {
        StatusCode = StatusCodes.Status404NotFound, ViewName = "LinkAgain",
        ViewData = new ViewDataDictionary<LinkAgainPage>(controller.MetadataProvider, controller.ModelState) { Model = new LinkAgainPage(OldLink: true, new LinkAgainForm()) },
    };
}
