using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Features.Front;

/// <summary>The pages for everybody: the front page and privacy.</summary>
public sealed class FrontController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();
}
