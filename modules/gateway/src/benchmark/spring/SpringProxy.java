import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A peer of the benchmark: Spring Cloud Gateway, its one route given by system properties. */
@SpringBootApplication
public class SpringProxy {
    public static void main(String[] arguments) {
        SpringApplication.run(SpringProxy.class, arguments);
    }
}
