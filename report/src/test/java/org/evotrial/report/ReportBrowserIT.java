package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Pdf;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages in a real browser. Skipped without Chromium, unless {@code CI=true} demands it. */
class ReportBrowserIT {
    private static final Path PAGES = Path.of("target", "browser").toAbsolutePath();
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static ChromeDriver browser;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        Path binary = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (binary == null || !Files.isExecutable(DRIVER)) {
            String missing = "Chromium or its driver is missing (Debian: apt-get install chromium chromium-driver).";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            Assumptions.abort(missing);
        }
        Files.createDirectories(PAGES);
        for (String name : List.of("switching", "group-sequential", "empty")) {
            ExampleRuns.named(name).write(PAGES.resolve(name));
        }
        ExampleFollowUps.patient("Lung cancer").write(PAGES.resolve("patient"));
        ExampleFollowUps.population("Lung cancer").write(PAGES.resolve("population"));
        for (String name : List.of("switching", "group-sequential", "empty", "patient", "population")) {
            new ReportWriter().write(PAGES.resolve(name));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(service, options(binary));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty", "patient", "population"})
    void thePageLoadsWithoutConsoleMessagesAndWithoutAnyOtherRequest(String name) {
        open(name, 1280);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(requests()).isNotEmpty().allMatch(url -> url.equals(address(name)) || url.startsWith("data:"));
    }

    @ParameterizedTest
    @CsvSource({"switching, 20", "group-sequential, 4", "empty, 2", "patient, 2", "population, 6"})
    void chartsArePresentAndHaveASize(String name, int expected) {
        open(name, 1280);
        List<WebElement> charts = browser.findElements(By.cssSelector("figure svg")).stream()
                .filter(WebElement::isDisplayed)
                .toList();
        assertThat(charts.size()).isEqualTo(expected);
        assertThat(charts).allSatisfy(chart -> {
            assertThat(chart.getSize().getWidth()).isGreaterThan(150);
            assertThat(chart.getSize().getHeight()).isGreaterThan(40);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "switching, 390",
        "switching, 1280",
        "group-sequential, 390",
        "group-sequential, 1280",
        "empty, 390",
        "patient, 390",
        "patient, 1280",
        "population, 390",
        "population, 1280"
    })
    void nothingIsWiderThanTheWindow(String name, int width) {
        open(name, width);
        browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(number("return window.innerWidth")).isEqualTo(width);
        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty", "patient", "population"})
    void textsOfAChartStayInsideIt(String name) {
        open(name, 1280);
        Object outside = browser.executeScript("""
                const outside = [];
                document.querySelectorAll('figure svg').forEach(svg => {
                  const frame = svg.getBoundingClientRect();
                  if (frame.width === 0) return;
                  svg.querySelectorAll('text').forEach(text => {
                    const box = text.getBoundingClientRect();
                    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
                      outside.push(svg.getAttribute('aria-label') + ': ' + text.textContent);
                  });
                });
                return outside;
                """);
        assertThat((List<?>) outside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty", "patient", "population"})
    void thePagePrints(String name) {
        open(name, 1280);
        Pdf pdf = browser.print(new PrintOptions());
        byte[] bytes = Base64.getDecoder().decode(pdf.getContent());
        assertThat(bytes).hasSizeGreaterThan(10_000);
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void open(String name, int width) {
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.manage().logs().get(LogType.BROWSER);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.get(address(name));
    }

    private static String address(String name) {
        return PAGES.resolve(name).resolve(ReportWriter.FILE).toUri().toString();
    }

    private static long number(String script) {
        return ((Number) browser.executeScript(script)).longValue();
    }

    private static List<String> requests() {
        JsonMapper mapper = JsonMapper.shared();
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = mapper.readTree(entry.getMessage()).path("message");
            if (message.path("method").asString("").equals("Network.requestWillBeSent")) {
                requests.add(message.path("params").path("request").path("url").asString(""));
            }
        }
        return requests;
    }

    private static ChromeOptions options(Path binary) throws IOException {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(PAGES, "profile"));
        return options;
    }
}
